package dev.wavetrain.sharing.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.sharing.Invitations;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.shell.Texts;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Makes what the Team screen shows of invitations. */
@Component
class InvitationCards {

    private final Invitations invitations;
    private final Projects projects;
    private final Clock clock;

    InvitationCards(Invitations invitations, Projects projects, Clock clock) {
        this.invitations = invitations;
        this.projects = projects;
        this.clock = clock;
    }

    OpenInvitations open(Caller caller, Texts texts) {
        return new OpenInvitations(caller, invitations, clock, texts);
    }

    InviteDialog dialog(Caller caller, Texts texts, Runnable made) {
        return new InviteDialog(caller, invitations, projects.list(caller), texts, made);
    }
}
