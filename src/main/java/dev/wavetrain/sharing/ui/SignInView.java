package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.sharing.OwnerSetup;
import dev.wavetrain.sharing.TooManySignIns;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdPurpose;
import dev.wavetrain.shell.EntryLayout;
import dev.wavetrain.shell.Texts;
import java.time.Duration;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfToken;

/** Who are you? Posts to Spring Security, which comes back here with {@code ?error}. */
@Route(value = "sign-in", layout = EntryLayout.class)
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final OwnerSetup setup;
    private final OpenIdFlow issuer;
    private final Texts texts = Texts.current();
    private final EntryForm form =
            new EntryForm(
                    texts.get("signIn.heading"),
                    texts.get("signIn.lead"),
                    texts.get("signIn.action"),
                    texts);

    SignInView(OwnerSetup setup, OpenIdFlow issuer) {
        this.setup = setup;
        this.issuer = issuer;
        form.getElement().setAttribute("method", "post").setAttribute("action", "sign-in");
        form.add(token());
        form.name.setAutocomplete(Autocomplete.USERNAME);
        form.password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        if (issuer.isOn()) {
            form.add(
                    OpenIdButton.below(
                            texts.get("openid.signIn", issuer.name()),
                            issuer,
                            new OpenIdPurpose.SignIn(),
                            form::fail));
        }
        add(form);
    }

    /** Tells our form from another site's. */
    private static Input token() {
        Input field = new Input();
        field.setType("hidden");
        if (VaadinRequest.getCurrent().getAttribute(CsrfToken.class.getName())
                instanceof CsrfToken token) {
            field.getElement().setAttribute("name", token.getParameterName());
            field.setValue(token.getToken());
        }
        return field;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (setup.needed()) {
            event.forwardTo(SetupView.class);
            return;
        }
        QueryParameters said = event.getLocation().getQueryParameters();
        if (said.getParameters().containsKey("error")) {
            form.fail(whatWentWrong());
        } else if (said.getParameters().containsKey("ended")) {
            form.fail(texts.get("signIn.ended"));
        } else if (said.getParameters().containsKey("old")) {
            form.fail(texts.get("signIn.old"));
        } else {
            OpenIdWords.refused(said, issuer, texts).ifPresent(form::fail);
        }
    }

    private String whatWentWrong() {
        WrappedSession session = VaadinRequest.getCurrent().getWrappedSession();
        Object reason = session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        return reason instanceof TooManySignIns many
                ? texts.get(
                        "signIn.tooMany", texts.duration(Duration.ofSeconds(many.waitSeconds())))
                : texts.get("signIn.wrong");
    }

    @Override
    public String getPageTitle() {
        return texts.title("signIn.heading");
    }
}
