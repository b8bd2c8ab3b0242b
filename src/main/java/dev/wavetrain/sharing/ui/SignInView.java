package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.sharing.OwnerSetup;
import dev.wavetrain.sharing.TooManySignIns;
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
    private final Texts texts = Texts.current();
    private final EntryForm form =
            new EntryForm(
                    texts.get("signIn.heading"),
                    texts.get("signIn.lead"),
                    texts.get("signIn.action"),
                    texts);

    SignInView(OwnerSetup setup) {
        this.setup = setup;
        form.getElement().setAttribute("method", "post").setAttribute("action", "sign-in");
        form.add(token());
        form.name.setAutocomplete(Autocomplete.USERNAME);
        form.password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
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
        } else if (event.getLocation().getQueryParameters().getParameters().containsKey("error")) {
            form.fail(whatWentWrong());
        } else if (event.getLocation().getQueryParameters().getParameters().containsKey("ended")) {
            form.fail(texts.get("signIn.ended"));
        } else if (event.getLocation().getQueryParameters().getParameters().containsKey("old")) {
            form.fail(texts.get("signIn.old"));
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
