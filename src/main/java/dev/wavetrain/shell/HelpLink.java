package dev.wavetrain.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;

/** Leads to the help page; not there for visitors without an account, who cannot open it. */
public final class HelpLink extends Anchor {

    /**
     * @param address see {@link HelpTopic#address}
     */
    public HelpLink(String address, String text, AnchorTarget target) {
        super(address, text, target);
    }

    public HelpLink(HelpTopic topic, String text) {
        this(topic.address(), text, AnchorTarget.DEFAULT);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        setVisible(findAncestor(VisitorLayout.class) == null);
    }
}
