package dev.wavetrain.shell;

import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** "What to do", opened in place, with the way to the help page's longer answer. */
public final class Advice extends NativeDetails {

    /**
     * @param topic of {@link HelpTopic}
     * @param help the help page's address of it
     */
    public Advice(String topic, String help, Texts texts) {
        super(texts.get("advice"));
        addClassName("wt-advice");
        // In a tab of its own: what was entered in a form stays.
        HelpLink more = new HelpLink(help, texts.get("advice.more"), AnchorTarget.BLANK);
        setContent(new Paragraph(new Span(texts.get("advice." + topic + ".do") + " "), more));
    }
}
