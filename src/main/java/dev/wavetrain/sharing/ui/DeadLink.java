package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.shell.Texts;

/** What an address shows that opens nothing any more, or never did. */
final class DeadLink extends Div {

    DeadLink(Texts texts) {
        super(
                new H1(texts.get("link.dead.heading")),
                new Paragraph(texts.get("link.dead.text")),
                new Anchor("sign-in", texts.get("link.toSignIn")));
        addClassName("wt-entry-form");
    }
}
