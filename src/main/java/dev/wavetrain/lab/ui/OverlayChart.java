package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.runs.ui.ForecastLines;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forecasts over one axis with the truth: each in its own colour. Where all are of the same wave
 * the baselines are there too; else each wave has its own truth.
 */
final class OverlayChart extends Card {

    private final Texts texts;
    private final WaveChart chart;
    private final Span note = new Span();

    OverlayChart(String title, Texts texts) {
        super(title);
        this.texts = texts;
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                title, texts.get("forecast.x"), texts.get("forecast.y")));
        chart.addClassName("wt-run-chart");
        chart.noDataText(texts.get("forecast.none"));
        note.addClassName("wt-muted");
        add(chart, note);
    }

    void loading(boolean loading) {
        chart.loading(loading);
        if (!loading) {
            chart.clear();
        }
    }

    /**
     * @param places by which the findings are coloured
     */
    void show(List<Finding> findings, List<Integer> places) {
        Waves waves = Waves.of(findings);
        List<Line> lines = new ArrayList<>();
        Map<String, ForecastLines.Points> points = new LinkedHashMap<>();
        int leftOut = 0;
        for (int wave = 0; wave < waves.count(); wave++) {
            Finding first = waves.first(wave);
            ForecastLines drawn = ForecastLines.of(waves.forecast(first));
            leftOut += drawn.leftOut();
            if (waves.count() == 1) {
                baselines(waves.forecast(first), drawn, lines, points);
            }
            String key = ForecastLines.TRUTH + wave;
            lines.add(new Line(key, truth(waves, first), LineStyle.TRUTH));
            points.put(key, drawn.line(ForecastLines.TRUTH));
        }
        LabWords words = new LabWords(texts);
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            String key = "net" + i;
            lines.add(new Line(key, words.name(finding), LineStyle.series(places.get(i))));
            points.put(
                    key, ForecastLines.of(waves.forecast(finding)).line(ForecastLines.PREDICTED));
        }
        chart.lines(lines);
        points.forEach((key, at) -> chart.show(key, at.x(), at.y()));
        chart.loading(false);
        chart.summary(texts.get("lab.chart.summary", findings.size()));
        note.setVisible(leftOut > 0);
        note.setText(leftOut == 0 ? "" : texts.get("forecast.leftOut", leftOut));
    }

    private void baselines(
            Evaluation evaluation,
            ForecastLines drawn,
            List<Line> lines,
            Map<String, ForecastLines.Points> points) {
        for (Baseline baseline : evaluation.baselines()) {
            String key = baseline.kind().name();
            lines.add(
                    new Line(
                            key,
                            texts.nameOf("baseline", baseline.kind()),
                            style(baseline.kind())));
            points.put(key, drawn.line(key));
        }
    }

    static LineStyle style(Baseline.Kind kind) {
        return kind == Baseline.Kind.SEASONAL ? LineStyle.BASELINE.asDashed() : LineStyle.BASELINE;
    }

    private String truth(Waves waves, Finding first) {
        String truth = texts.get("forecast.truth");
        return waves.count() == 1 ? truth : texts.get("lab.of", truth, first.runName());
    }
}
