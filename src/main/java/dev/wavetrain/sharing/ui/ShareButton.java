package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Shared;
import dev.wavetrain.shell.SharePart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;

/** Opens the links of what it stands on. */
@org.springframework.stereotype.Component
class ShareButton implements SharePart {

    private final LinkServices services;

    ShareButton(LinkServices services) {
        this.services = services;
    }

    @Override
    public Component button(Caller caller, Shared what, String name, Texts texts) {
        Button share = new Button(texts.get("share.action"), new Icon(Icon.Shape.SHARE));
        share.addClassName("wt-share");
        share.addClickListener(
                click -> new ShareDialog(caller, what, name, services, texts).open());
        return share;
    }
}
