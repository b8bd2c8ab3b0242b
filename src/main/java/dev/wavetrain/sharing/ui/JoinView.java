package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sharing.Invitations;
import dev.wavetrain.sharing.Invitations.Invitation;
import dev.wavetrain.sharing.Sessions;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdPurpose;
import dev.wavetrain.shell.EntryLayout;
import dev.wavetrain.shell.Texts;
import org.springframework.dao.DataIntegrityViolationException;

/** Where an invitation leads: name and password make the account. */
@Route(value = "join/:key", layout = EntryLayout.class)
@AnonymousAllowed
class JoinView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Invitations invitations;
    private final Sessions sessions;
    private final OpenIdFlow issuer;
    private final Texts texts = Texts.current();

    JoinView(Invitations invitations, Sessions sessions, OpenIdFlow issuer) {
        this.invitations = invitations;
        this.sessions = sessions;
        this.issuer = issuer;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        removeAll();
        var invitation = invitations.find(key);
        var signedIn = sessions.current();
        if (invitation.isEmpty()) {
            add(new DeadLink(texts));
        } else if (signedIn.isPresent()) {
            add(new SignedInAlready(signedIn.get().name(), texts));
        } else {
            EntryForm form = form(key, invitation.get());
            OpenIdWords.refused(event.getLocation().getQueryParameters(), issuer, texts)
                    .ifPresent(form::fail);
            add(form);
        }
    }

    private EntryForm form(String key, Invitation invitation) {
        String lead =
                invitation.projectName() == null || invitation.role() == null
                        ? texts.get("join.lead")
                        : texts.get(
                                "join.lead.project",
                                invitation.projectName(),
                                texts.nameOf("role", invitation.role()));
        EntryForm form =
                new EntryForm(texts.get("join.heading"), lead, texts.get("join.action"), texts);
        if (issuer.isOn()) {
            form.add(
                    OpenIdButton.below(
                            texts.get("openid.join", issuer.name()),
                            issuer,
                            new OpenIdPurpose.Join(key),
                            form::fail));
        }
        return form.choosesPassword().onEntered(() -> join(form, key));
    }

    private void join(EntryForm form, String key) {
        try {
            sessions.open(
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse(),
                    invitations.accept(key, form.name.getValue(), form.password.getValue()));
            getUI().ifPresent(ui -> ui.getPage().setLocation("./"));
        } catch (DataIntegrityViolationException raced) {
            throw new InvalidValue(new FieldError("name", Rule.NOT_ALLOWED, Reason.TAKEN));
        } catch (NotFound used) {
            removeAll();
            add(new DeadLink(texts));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.title("join.heading");
    }
}
