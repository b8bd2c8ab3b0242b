package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.shell.Texts;

/** An invitation opened by somebody who has an account: it stays unused. */
final class SignedInAlready extends Div {

    SignedInAlready(String name, Texts texts) {
        super(
                new H1(texts.get("join.signedIn.heading")),
                new Paragraph(texts.get("join.signedIn.text", name)),
                new Anchor("", texts.get("action.home")));
        addClassName("wt-entry-form");
    }
}
