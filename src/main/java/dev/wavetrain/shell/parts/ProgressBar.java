package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.html.Div;
import java.util.Locale;

/** A track that fills from the left. */
public class ProgressBar extends Div {

    private final Div bar = new Div();

    public ProgressBar() {
        addClassName("wt-progress");
        add(bar);
    }

    /**
     * @param share of the whole, from 0 to 1
     */
    public void show(double share) {
        bar.getStyle().set("width", width(share));
    }

    /** How wide the bar in the track is, in CSS. */
    public static String width(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
