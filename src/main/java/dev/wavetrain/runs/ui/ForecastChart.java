package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Film;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.Marker;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.DoubleStream;

/** The forecast drawn: truth in ink, prediction in the accent, baselines thin and grey. */
final class ForecastChart extends Card {

    /** Above and below the truth, as a share of its range. */
    private static final double ROOM = 0.25;

    private final Texts texts;
    private final ColumnSource columns;
    private final SequenceDefinition sequence;
    private final WaveChart chart;
    private final Span note = new Span();

    /** The bounds of the truth drawn. */
    private double least = Double.POSITIVE_INFINITY;

    private double most = Double.NEGATIVE_INFINITY;

    ForecastChart(RunDetails run, ColumnSource columns, Texts texts) {
        this.columns = columns;
        this.texts = texts;
        sequence = run.definition().sequence();
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                texts.get("forecast.title", run.name()),
                                texts.get("forecast.x"),
                                texts.get("forecast.y")));
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

    /** The button that plays the forecasts of one checkpoint after the other. */
    Film film(Component slider) {
        return new Film(chart, slider, ForecastLines.PREDICTED);
    }

    /** Holds the axes still, with room for a forecast that swings more than the truth. */
    void hold() {
        if (least <= most) {
            double room = ROOM * (most - least);
            chart.yRange(least - room, most + room);
        }
    }

    void release() {
        chart.freeY();
    }

    void show(Evaluation evaluation, EvaluationRequest asked, CheckpointDetails checkpoint) {
        ForecastLines drawn = ForecastLines.of(evaluation);
        SeenWindow seen = SeenWindow.of(sequence, asked, columns);
        bounds(drawn.line(ForecastLines.TRUTH).y(), seen.y());
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
                texts.get(
                        "forecast.summary",
                        checkpoint.epoch(),
                        new RunWords(texts).error(evaluation.rmse())));
        note.setVisible(drawn.leftOut() > 0);
        note.setText(drawn.leftOut() == 0 ? "" : texts.get("forecast.leftOut", drawn.leftOut()));
    }

    private void bounds(double[] truth, double[] seen) {
        DoubleSummaryStatistics known =
                DoubleStream.concat(DoubleStream.of(truth), DoubleStream.of(seen))
                        .filter(Double::isFinite)
                        .summaryStatistics();
        least = known.getMin();
        most = known.getMax();
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
