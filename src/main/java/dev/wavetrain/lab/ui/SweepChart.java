package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.html.Div;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.lab.SweepPoint;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.Marker;
import dev.wavetrain.shell.chart.WaveChart;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Errors over one number of the wave: each net in its colour, the value it learned at marked. */
final class SweepChart extends Div {

    private final Texts texts;

    SweepChart(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param places by which the findings are coloured
     */
    void show(List<Finding> findings, List<Integer> places, Sweep sweep) {
        removeAll();
        WaveChart chart =
                new WaveChart(
                        ChartOptions.titled(
                                        texts.get("lab.sweep"),
                                        texts.nameOf("lab.knob", sweep.over()),
                                        texts.get("errors.rmse"))
                                .withLogSwitch()
                                .withMemory("lab-sweep"));
        chart.addClassName("wt-run-chart");
        add(chart);
        List<Line> lines = new ArrayList<>();
        Map<String, double[]> values = new LinkedHashMap<>();
        List<SweepPoint> first = sorted(findings.getFirst());
        if (findings.stream().allMatch(one -> sameBaselines(first, sorted(one)))) {
            baselines(first, lines, values);
        }
        for (int i = 0; i < findings.size(); i++) {
            String key = "net" + i;
            lines.add(
                    new Line(
                            key,
                            new LabWords(texts).name(findings.get(i)),
                            LineStyle.series(places.get(i))));
            values.put(
                    key, y(sorted(findings.get(i)), p -> p.rmse() == null ? Double.NaN : p.rmse()));
        }
        chart.lines(lines);
        double[] x = y(first, SweepPoint::at);
        values.forEach((key, y) -> chart.show(key, x, y));
        double known = sweep.over().asItIs();
        boolean inside =
                known >= Math.min(sweep.from(), sweep.to())
                        && known <= Math.max(sweep.from(), sweep.to());
        chart.markers(
                inside ? List.of(new Marker(known, texts.get("lab.sweep.trained"))) : List.of());
        chart.summary(texts.get("lab.sweep.summary", findings.size(), first.size()));
    }

    private void baselines(
            List<SweepPoint> points, List<Line> lines, Map<String, double[]> values) {
        for (Baseline.Kind kind : Baseline.Kind.values()) {
            if (points.stream().anyMatch(point -> point.baselines().containsKey(kind))) {
                lines.add(
                        new Line(
                                kind.name(),
                                texts.nameOf("baseline", kind),
                                OverlayChart.style(kind)));
                values.put(
                        kind.name(),
                        y(points, point -> point.baselines().getOrDefault(kind, Double.NaN)));
            }
        }
    }

    /** By ascending value, whichever way it was swept. */
    private static List<SweepPoint> sorted(Finding finding) {
        return finding.curve().stream().sorted(Comparator.comparingDouble(SweepPoint::at)).toList();
    }

    private static boolean sameBaselines(List<SweepPoint> one, List<SweepPoint> other) {
        return one.stream()
                .map(SweepPoint::baselines)
                .toList()
                .equals(other.stream().map(SweepPoint::baselines).toList());
    }

    private static double[] y(List<SweepPoint> points, ToDoubleFunction<SweepPoint> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
