package dev.wavetrain.runs.ui;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.checkpoints.HorizonError;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.List;

/** How the error grows the further ahead the net goes on its own, beside the baselines' errors. */
final class HorizonChart extends Card {

    private static final String NET = "net";

    private final Texts texts;
    private final WaveChart chart;

    HorizonChart(Texts texts) {
        super(texts.get("errors.horizon"));
        this.texts = texts;
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                        texts.get("errors.horizon"),
                                        texts.get("errors.horizon.x"),
                                        texts.get("errors.rmse"))
                                .withWholeX()
                                .withoutToolbar());
        chart.addClassName("wt-horizon-chart");
        add(chart);
    }

    void show(Evaluation evaluation, EvaluationRequest asked, List<HorizonError> net) {
        // A single distance is no line.
        setVisible(net.size() > 1);
        if (!isVisible()) {
            return;
        }
        List<Line> lines = new ArrayList<>();
        for (Baseline baseline : evaluation.baselines()) {
            LineStyle style = LineStyle.BASELINE;
            lines.add(
                    new Line(
                            baseline.kind().name(),
                            texts.nameOf("baseline", baseline.kind()),
                            baseline.kind() == Baseline.Kind.SEASONAL ? style.asDashed() : style));
        }
        lines.add(new Line(NET, texts.get("errors.net"), LineStyle.PREDICTION.withWidth(1.5)));
        chart.lines(lines);
        for (Baseline baseline : evaluation.baselines()) {
            show(baseline.kind().name(), ForecastErrors.byHorizon(evaluation, asked, baseline));
        }
        show(NET, net);
    }

    private void show(String key, List<HorizonError> errors) {
        chart.show(
                key,
                errors.stream().mapToDouble(HorizonError::to).toArray(),
                errors.stream()
                        .mapToDouble(error -> error.rmse() == null ? Double.NaN : error.rmse())
                        .toArray());
    }
}
