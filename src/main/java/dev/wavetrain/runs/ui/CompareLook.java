package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.LineStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How each of the compared runs looks, wherever it is drawn, and what it is called: names that
 * several have get their seed, or their place.
 */
final class CompareLook {

    private static final int HUES = 8;

    /** More would not leave room for others in a legend. */
    private static final int LONGEST = 80;

    private final Map<RunId, String> names = new HashMap<>();
    private final Map<RunId, LineStyle> styles = new HashMap<>();

    CompareLook(List<RunDetails> runs, Texts texts) {
        for (int i = 0; i < runs.size(); i++) {
            RunDetails run = runs.get(i);
            names.put(run.id(), name(runs, i, texts));
            styles.put(run.id(), style(i));
        }
    }

    private static String name(List<RunDetails> runs, int i, Texts texts) {
        RunDetails run = runs.get(i);
        String name = run.name();
        String brief = Shortened.of(name, LONGEST);
        List<RunDetails> namesakes =
                runs.stream().filter(other -> other.name().equals(name)).toList();
        if (namesakes.size() == 1) {
            return brief;
        }
        boolean bySeed =
                namesakes.stream().mapToLong(RunDetails::seed).distinct().count()
                        == namesakes.size();
        return bySeed
                ? texts.get("compare.name.seed", brief, String.valueOf(run.seed()))
                : texts.get("compare.name.place", brief, i + 1);
    }

    /** Eight hues, then the same dashed, then both again but thinner. */
    private static LineStyle style(int i) {
        LineStyle hue = LineStyle.series(i);
        LineStyle told = i / HUES % 2 == 1 ? hue.asDashed() : hue;
        return i / HUES > 1 ? told.withWidth(1.1) : told;
    }

    String name(RunDetails run) {
        return Objects.requireNonNull(names.get(run.id()));
    }

    LineStyle style(RunDetails run) {
        return Objects.requireNonNull(styles.get(run.id()));
    }

    /** A piece of its line. */
    Span swatch(RunDetails run) {
        Span swatch = new Span();
        swatch.addClassName("wt-compare-swatch");
        LineStyle style = style(run);
        swatch.getStyle()
                .set(
                        "border-top",
                        "3px "
                                + (style.dashed() ? "dashed" : "solid")
                                + " var("
                                + style.color()
                                + ")");
        swatch.getElement().setAttribute("aria-hidden", "true");
        return swatch;
    }
}
