package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeButton;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.function.Consumer;

/** Makes a run a favourite, or none any more. */
final class Star extends NativeButton {

    private final Texts texts;
    private boolean on;

    /**
     * @param changed given whether it is one from now on
     */
    Star(Texts texts, Consumer<Boolean> changed) {
        this.texts = texts;
        add(new Icon(Icon.Shape.STAR));
        addClassNames("wt-icon-button", "wt-star");
        addClickListener(click -> {
            show(!on);
            changed.accept(on);
        });
        show(false);
    }

    void show(boolean favourite) {
        on = favourite;
        String label = texts.get("runs.favourite");
        getElement().setAttribute("aria-pressed", String.valueOf(favourite));
        getElement().setAttribute("aria-label", label);
        getElement().setAttribute("title", label);
    }
}
