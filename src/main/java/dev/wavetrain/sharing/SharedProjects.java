package dev.wavetrain.sharing;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Teammates;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.MembershipRows;
import org.springframework.stereotype.Service;

/** Whose projects meet, by the memberships there are. */
@Service
class SharedProjects implements Teammates {

    private final MembershipRows memberships;

    SharedProjects(MembershipRows memberships) {
        this.memberships = memberships;
    }

    @Override
    public boolean together(Caller caller, UserId other) {
        return memberships.findByAccountId(other.value()).stream()
                .anyMatch(member -> caller.sees(new ProjectId(member.projectId())));
    }
}
