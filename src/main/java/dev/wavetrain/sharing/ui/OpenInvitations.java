package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.sharing.Invitations;
import dev.wavetrain.sharing.Invitations.Invitation;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.RelativeTime;
import dev.wavetrain.shell.parts.SimpleTable;
import dev.wavetrain.shell.parts.Toast;
import java.time.Clock;
import java.util.List;

/** The invitations that may still be used. */
final class OpenInvitations extends Card {

    private final Caller caller;
    private final Invitations invitations;
    private final Clock clock;
    private final Texts texts;
    private final Div place = new Div();

    OpenInvitations(Caller caller, Invitations invitations, Clock clock, Texts texts) {
        super(texts.get("invitations.title"));
        this.caller = caller;
        this.invitations = invitations;
        this.clock = clock;
        this.texts = texts;
        add(place);
        show();
    }

    void show() {
        List<Invitation> open = invitations.open(caller);
        place.removeAll();
        if (open.isEmpty()) {
            Paragraph none = new Paragraph(texts.get("invitations.none"));
            none.addClassName("wt-muted");
            place.add(none);
            return;
        }
        SimpleTable table =
                new SimpleTable(
                        texts.get("invitations.title"),
                        List.of(
                                texts.get("invitations.for"),
                                texts.get("invitations.project"),
                                texts.get("invitations.made"),
                                texts.get("invitations.until"),
                                texts.get("column.actions")));
        open.forEach(invitation -> row(table, invitation));
        place.add(table);
    }

    private void row(SimpleTable table, Invitation invitation) {
        Span note =
                new Span(
                        invitation.note().isEmpty()
                                ? texts.get("invitations.anybody")
                                : invitation.note());
        note.getElement().setAttribute("dir", "auto");
        Button revoke = new Button(texts.get("action.revoke"), click -> revoke(invitation));
        revoke.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        revoke.setAriaLabel(texts.get("invitations.revoke.named", note.getText()));
        table.row(
                note,
                project(invitation),
                new RelativeTime(invitation.createdAt(), clock),
                new Span(texts.exactly(invitation.expiresAt())),
                revoke);
    }

    private Component project(Invitation invitation) {
        if (invitation.projectName() == null || invitation.role() == null) {
            return new Span("–");
        }
        Span name = new Span(invitation.projectName());
        name.getElement().setAttribute("dir", "auto");
        name.addClassName("wt-isolated");
        Span words = new Span(name, new Span(" · " + texts.nameOf("role", invitation.role())));
        return words;
    }

    private void revoke(Invitation invitation) {
        try {
            invitations.revoke(caller, invitation.id());
            Toast.undoable(
                    texts.get("invitations.revoked"),
                    () -> {
                        invitations.restore(caller, invitation.id());
                        show();
                    });
        } catch (NotFound used) {
            Toast.say(texts.get("invitations.gone"));
        }
        show();
    }
}
