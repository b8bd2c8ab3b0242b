package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.Marker;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.List;

/** The forecast drawn: truth in ink, prediction in the accent, baselines thin and grey. */
final class ForecastChart extends Card {

    private final Texts texts;
    private final SequenceDefinition sequence;
    private final WaveChart chart;
    private final Span note = new Span();

    ForecastChart(RunDetails run, Texts texts) {
        this.texts = texts;
        sequence = run.definition().sequence();
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                texts.get("forecast.title", run.name()),
                                texts.get("forecast.x"),
                                texts.get("forecast.y")));
        chart.addClassName("wt-run-chart");
        note.addClassName("wt-muted");
        add(chart, note);
    }

    void loading() {
        chart.loading(true);
    }

    void show(Evaluation evaluation, EvaluationRequest asked, CheckpointDetails checkpoint) {
        ForecastLines drawn = ForecastLines.of(evaluation);
        SeenWindow seen = SeenWindow.of(sequence, asked);
        chart.lines(lines(evaluation, !seen.isEmpty()));
        drawn.lines().forEach((key, points) -> chart.show(key, points.x(), points.y()));
        if (!seen.isEmpty()) {
            chart.show("seen", seen.x(), seen.y());
        }
        chart.markers(
                seen.isEmpty()
                        ? List.of()
                        : List.of(new Marker(seen.end(), texts.get("forecast.begins"))));
        chart.loading(false);
        chart.summary(
                texts.get("forecast.summary", checkpoint.epoch(), texts.number(evaluation.rmse())));
        note.setVisible(drawn.leftOut() > 0);
        note.setText(drawn.leftOut() == 0 ? "" : texts.get("forecast.leftOut", drawn.leftOut()));
    }

    private List<Line> lines(Evaluation evaluation, boolean seen) {
        List<Line> lines = new ArrayList<>();
        if (seen) {
            lines.add(
                    new Line(
                            "seen",
                            texts.get("forecast.seen"),
                            LineStyle.TRUTH.withWidth(3).withOpacity(0.45)));
        }
        for (Baseline baseline : evaluation.baselines()) {
            LineStyle style = LineStyle.BASELINE;
            lines.add(
                    new Line(
                            baseline.kind().name(),
                            texts.nameOf("baseline", baseline.kind()),
                            baseline.kind() == Baseline.Kind.SEASONAL ? style.asDashed() : style));
        }
        lines.add(new Line(ForecastLines.TRUTH, texts.get("forecast.truth"), LineStyle.TRUTH));
        lines.add(
                new Line(
                        ForecastLines.PREDICTED,
                        texts.get("forecast.predicted"),
                        LineStyle.PREDICTION));
        return lines;
    }
}
