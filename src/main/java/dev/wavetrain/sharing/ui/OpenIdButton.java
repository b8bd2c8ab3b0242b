package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdPurpose;
import dev.wavetrain.sharing.openid.OpenIdRefused;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.function.Consumer;

/**
 * Leads to the issuer. The way there begins with a click in a page of ours, which no other site can
 * forge: who is lured here cannot be made to connect an account with somebody else’s identity.
 */
final class OpenIdButton extends Button {

    /**
     * @param fail told in words why it cannot be done now
     */
    OpenIdButton(String text, OpenIdFlow issuer, OpenIdPurpose purpose, Consumer<String> fail) {
        super(text, new Icon(Icon.Shape.KEY));
        addClassName("wt-openid");
        setDisableOnClick(true);
        addClickListener(click -> go(issuer, purpose, fail));
        // A browser that comes back by its history may show this page as it was left.
        addAttachListener(attach ->
                getElement()
                        .executeJs(
                                "window.addEventListener('pageshow', e => e.persisted &&"
                                        + " location.reload())"));
    }

    /** Below the form of name and password: another way in. */
    static Div below(String text, OpenIdFlow issuer, OpenIdPurpose purpose, Consumer<String> fail) {
        Span or = new Span(Texts.current().get("openid.or"));
        or.addClassName("wt-or");
        Div both = new Div(or, new OpenIdButton(text, issuer, purpose, fail));
        both.addClassName("wt-other-way");
        return both;
    }

    private void go(OpenIdFlow issuer, OpenIdPurpose purpose, Consumer<String> fail) {
        try {
            String there =
                    issuer.begin(
                            VaadinServletRequest.getCurrent().getHttpServletRequest(),
                            VaadinServletResponse.getCurrent().getHttpServletResponse(),
                            purpose);
            getUI().ifPresent(ui -> ui.getPage().setLocation(there));
        } catch (OpenIdRefused refused) {
            fail.accept(OpenIdWords.refused(refused.why(), issuer, Texts.of(this)));
            setEnabled(true);
        }
    }
}
