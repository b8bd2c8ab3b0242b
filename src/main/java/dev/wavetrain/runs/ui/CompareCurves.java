package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.ComparedCurve;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The losses of all runs in one chart, read together. The browser keeps the points. */
final class CompareCurves extends Card {

    /** Of all lines together: what a browser draws at once. */
    private static final int POINTS = 6_000;

    private static final int FEWEST_POINTS = 100;

    /** More names than these scroll. */
    private static final int FEW = 12;

    /** A curve moves on by such a part of its epochs, at least, before it is drawn anew. */
    private static final int STEPS = 60;

    private final Caller caller;
    private final CompareServices services;
    private final CompareLook look;
    private final Texts texts;
    private final BiConsumer<String, CompareAddress.Along> moved;
    private final Select<String> curve = new Select<>();
    private final Select<CompareAddress.Along> along = new Select<>();
    private final Div place = new Div();
    private final Paragraph note = new Paragraph();
    private final Map<RunId, String> drawn = new HashMap<>();
    private RunComparison comparison;
    private CompareScale scale;
    private WaveChart chart;

    CompareCurves(
            Caller caller,
            RunComparison comparison,
            CompareAddress address,
            CompareServices services,
            CompareLook look,
            Texts texts,
            BiConsumer<String, CompareAddress.Along> moved) {
        super(texts.get("compare.curves"));
        this.caller = caller;
        this.comparison = comparison;
        this.services = services;
        this.look = look;
        this.texts = texts;
        this.moved = moved;
        curve.setItems(MetricSeries.LOSS, MetricSeries.VAL_LOSS);
        curve.setItemLabelGenerator(key -> texts.get("compare.curve." + key));
        curve.setAriaLabel(texts.get("compare.curve"));
        curve.setValue(address.curve().isEmpty() ? usual(comparison) : address.curve());
        along.setItems(CompareAddress.Along.values());
        along.setItemLabelGenerator(each -> texts.nameOf("compare.along", each));
        along.setAriaLabel(texts.get("compare.along"));
        along.setValue(address.along());
        curve.addValueChangeListener(change -> choose());
        along.addValueChangeListener(change -> choose());
        withActions(curve, along);
        note.addClassNames("wt-muted", "wt-compare-note");
        scale = CompareScale.of(comparison.runs(), along.getValue(), services.clock().instant());
        chart = chart();
        place.add(chart);
        add(place, note);
    }

    private static String usual(RunComparison comparison) {
        return comparison.runs().stream().anyMatch(CompareCurves::validates)
                ? MetricSeries.VAL_LOSS
                : MetricSeries.LOSS;
    }

    private static boolean validates(RunDetails run) {
        return run.definition().training().validationSplit() > 0;
    }

    private void choose() {
        moved.accept(curve.getValue(), along.getValue());
        scale = CompareScale.of(comparison.runs(), along.getValue(), services.clock().instant());
        place.removeAll();
        chart = chart();
        place.add(chart);
        drawn.clear();
        follow(comparison);
    }

    private WaveChart chart() {
        ChartOptions options =
                ChartOptions.titled(
                                texts.get(
                                        "compare.curves.title",
                                        texts.get("compare.curve." + curve.getValue())),
                                scale.title(texts),
                                texts.get("run.loss.y"))
                        .withMemory("compare")
                        .withLogSwitch()
                        .withSmoothing();
        boolean byEpoch = along.getValue() == CompareAddress.Along.EPOCH;
        WaveChart made = new WaveChart(byEpoch ? options.withWholeX() : options);
        made.addClassNames("wt-run-chart", "wt-compare-chart");
        made.setClassName("wt-compare-many", comparison.runs().size() > FEW);
        made.readNearby(!byEpoch);
        made.lines(
                comparison.runs().stream()
                        .map(run -> new Line(run.id().toString(), look.name(run), look.style(run)))
                        .toList());
        return made;
    }

    /** Reads and draws those alone that have moved on far enough to be seen. */
    void follow(RunComparison now) {
        comparison = now;
        boolean live = now.runs().stream().anyMatch(run -> !run.state().isFinal());
        chart.noDataText(texts.get(live ? "run.loss.waiting" : "compare.curves.none"));
        List<RunDetails> stale =
                now.runs().stream().filter(run -> !mark(run).equals(drawn.get(run.id()))).toList();
        if (stale.isEmpty()) {
            return;
        }
        scale = scale.at(services.clock().instant());
        Map<RunId, ComparedCurve> curves =
                services.comparisons()
                        .curves(
                                caller,
                                stale.stream().map(RunDetails::id).toList(),
                                Math.clamp(
                                        POINTS / now.runs().size(),
                                        FEWEST_POINTS,
                                        MetricSeries.DEFAULT_POINTS));
        for (RunDetails run : stale) {
            drawn.put(run.id(), mark(run));
            ComparedCurve read = curves.get(run.id());
            if (read != null) {
                ChartPoints points = ChartPoints.of(read.series().line(curve.getValue()), 0);
                double[] x = scale.x(run, read.times(), points.x());
                chart.show(run.id().toString(), x, points.y());
            }
        }
        say();
    }

    private static boolean isUntimed(RunDetails run) {
        return run.progress().epoch() > 0 && run.progress().trained() == null;
    }

    private static String mark(RunDetails run) {
        int step = Math.max(1, run.progress().epochs() / STEPS);
        return run.state().isFinal() + " " + run.progress().epoch() / step;
    }

    /** What is not in the picture, and what is not exact in it. */
    private void say() {
        boolean val = curve.getValue().equals(MetricSeries.VAL_LOSS);
        long without = comparison.runs().stream().filter(run -> val && !validates(run)).count();
        String missing = without == 0 ? "" : texts.get("compare.curves.without", without);
        long untimed = comparison.runs().stream().filter(CompareCurves::isUntimed).count();
        String inexact =
                along.getValue() == CompareAddress.Along.TIME && untimed > 0
                        ? texts.get("compare.along.TIME.untimed", untimed)
                        : "";
        note.setText((missing + " " + inexact).strip());
        note.setVisible(!note.getText().isEmpty());
        chart.summary(texts.get("compare.curves.summary", comparison.runs().size()));
    }
}
