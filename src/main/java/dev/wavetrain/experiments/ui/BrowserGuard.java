package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;

/** Whether the browser asks before it closes or leaves the page. */
final class BrowserGuard {

    private BrowserGuard() {}

    static void set(Component component, boolean asks) {
        component
                .getElement()
                .executeJs(
                        "window.onbeforeunload = $0 ? (e => { e.preventDefault(); }) : null", asks);
    }
}
