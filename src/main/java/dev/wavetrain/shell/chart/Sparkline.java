package dev.wavetrain.shell.chart;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.util.Locale;

/** A curve as small as a word, for table rows: one SVG path, no axes, decorative. */
@Tag("span")
public class Sparkline extends Component implements HasStyle {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 24;
    private static final int MARGIN = 2;

    public Sparkline(double[] values) {
        getElement().setAttribute("aria-hidden", "true");
        addClassName("wt-sparkline");
        show(values);
    }

    /** Draws other values. Those that are not finite leave a gap. */
    public final void show(double[] values) {
        getElement().setProperty("innerHTML", svg(values));
    }

    /** The drawing alone. */
    public static String svg(double[] values) {
        return """
        <svg viewBox="0 0 %d %d" preserveAspectRatio="none">\
        <path vector-effect="non-scaling-stroke" d="%s"/></svg>\
        """
                .formatted(WIDTH, HEIGHT, pathOf(values));
    }

    static String pathOf(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        StringBuilder d = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                double x = values.length == 1 ? 0 : (double) i / (values.length - 1);
                double y = most == least ? 0.5 : (most - values[i]) / (most - least);
                d.append(drawing ? 'L' : 'M');
                d.append(scaled(x, WIDTH)).append(' ').append(scaled(y, HEIGHT));
            }
            drawing = Double.isFinite(values[i]);
        }
        return d.toString();
    }

    private static String scaled(double share, int size) {
        return String.format(Locale.ROOT, "%.1f", MARGIN + share * (size - 2 * MARGIN));
    }
}
