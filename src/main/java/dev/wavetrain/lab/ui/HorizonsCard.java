package dev.wavetrain.lab.ui;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.checkpoints.HorizonError;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.LabQuestion;
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

/** How each net's error grows the further ahead it goes on its own. */
final class HorizonsCard extends Card {

    private final Texts texts;
    private final WaveChart chart;

    HorizonsCard(Texts texts) {
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

    /**
     * @param places by which the findings are coloured
     */
    void show(List<Finding> findings, List<Integer> places, LabQuestion question) {
        Waves waves = Waves.of(findings);
        List<Line> lines = new ArrayList<>();
        Map<String, List<HorizonError>> errors = new LinkedHashMap<>();
        if (waves.count() == 1) {
            Finding first = waves.first(0);
            Evaluation forecast = waves.forecast(first);
            for (Baseline baseline : forecast.baselines()) {
                String key = baseline.kind().name();
                lines.add(
                        new Line(
                                key,
                                texts.nameOf("baseline", baseline.kind()),
                                OverlayChart.style(baseline.kind())));
                errors.put(
                        key,
                        ForecastErrors.byHorizon(
                                forecast, question.request(first.task()), baseline));
            }
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding one = findings.get(i);
            String key = "net" + i;
            lines.add(
                    new Line(key, new LabWords(texts).name(one), LineStyle.series(places.get(i))));
            errors.put(
                    key,
                    ForecastErrors.of(waves.forecast(one), question.request(one.task()))
                            .byHorizon());
        }
        // A single distance is no line.
        setVisible(errors.values().stream().anyMatch(each -> each.size() > 1));
        if (isVisible()) {
            chart.lines(lines);
            errors.forEach(this::draw);
        }
    }

    private void draw(String key, List<HorizonError> errors) {
        chart.show(
                key,
                errors.stream().mapToDouble(HorizonError::to).toArray(),
                errors.stream()
                        .mapToDouble(error -> error.rmse() == null ? Double.NaN : error.rmse())
                        .toArray());
    }
}
