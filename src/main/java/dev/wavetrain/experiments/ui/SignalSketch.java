package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.Expression;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small drawing of what an experiment learns from: its signal, the target where there is one, and
 * the first window as a band. Decorative: the words beside it say the same.
 */
@Tag("div")
final class SignalSketch extends Component implements HasStyle {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 96;
    private static final int MARGIN = 6;

    /** More of a long signal would only be a smear. */
    private static final int MOST_WINDOWS = 5;

    /** A short signal is drawn whole. */
    private static final int LEAST = 200;

    private static final int MOST_POINTS = 480;

    /** Of data: no line, as none was read. */
    private static final String TABLE =
            "<svg viewBox='0 0 320 96'><path class='wt-sketch-target' d='M104 20h112v56H104zM104"
                    + " 38h112M104 57h112M141 20v56M178 20v56'"
                    + " vector-effect='non-scaling-stroke'/></svg>";

    SignalSketch(SequenceDefinition definition) {
        addClassName("wt-sketch");
        getElement().setAttribute("aria-hidden", "true");
        getElement().setProperty("innerHTML", svg(definition));
    }

    static String svg(SequenceDefinition definition) {
        Domain domain = definition.domain();
        if (domain == null) {
            return TABLE;
        }
        int points = Math.min(domain.points(), Math.max(LEAST, definition.window() * MOST_WINDOWS));
        List<double[]> lines = new ArrayList<>();
        lines.add(values(definition.input(), domain, points));
        if (definition.target() != null) {
            lines.add(values(definition.target(), domain, points));
        }
        double window = (double) definition.window() / points * (WIDTH - 2 * MARGIN);
        StringBuilder svg =
                new StringBuilder(
                        "<svg viewBox='0 0 %d %d' preserveAspectRatio='none'>"
                                .formatted(WIDTH, HEIGHT));
        svg.append(
                "<rect class='wt-sketch-window' x='%d' y='0' width='%.1f' height='%d'/>"
                        .formatted(MARGIN, window, HEIGHT));
        for (int i = lines.size() - 1; i >= 0; i--) {
            svg.append("<path class='wt-sketch-%s' d='".formatted(i == 0 ? "input" : "target"));
            svg.append(path(lines.get(i), least(lines), most(lines)));
            svg.append("' vector-effect='non-scaling-stroke'/>");
        }
        return svg.append("</svg>").toString();
    }

    private static double[] values(@Nullable Source source, Domain domain, int points) {
        double[] values = new double[Math.min(points, MOST_POINTS)];
        if (source instanceof Source.Formula(String text)) {
            Expression expression = Expression.parse("expression", text);
            double each = (double) (points - 1) / Math.max(1, values.length - 1);
            for (int i = 0; i < values.length; i++) {
                values[i] = expression.at(domain.at(Math.round(i * each)));
            }
        }
        return values;
    }

    private static double least(List<double[]> lines) {
        return lines.stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .filter(Double::isFinite)
                .min()
                .orElse(0);
    }

    private static double most(List<double[]> lines) {
        return lines.stream()
                .flatMapToDouble(java.util.Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
    }

    private static String path(double[] values, double least, double most) {
        StringBuilder d = new StringBuilder();
        double range = most > least ? most - least : 1;
        for (int i = 0; i < values.length; i++) {
            double x = MARGIN + (double) i / (values.length - 1) * (WIDTH - 2 * MARGIN);
            double y = MARGIN + (most - values[i]) / range * (HEIGHT - 2 * MARGIN);
            if (Double.isFinite(values[i])) {
                d.append(d.isEmpty() ? 'M' : 'L');
                d.append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
            }
        }
        return d.toString();
    }
}
