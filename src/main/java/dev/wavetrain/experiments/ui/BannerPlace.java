package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Div;

/** Room above the form for one banner, none where there is nothing to say. */
final class BannerPlace extends Div {

    BannerPlace() {
        setVisible(false);
    }

    void say(EditorBanner banner) {
        removeAll();
        add(banner);
        setVisible(true);
        banner.scrollIntoView();
    }

    void hush() {
        removeAll();
        setVisible(false);
    }
}
