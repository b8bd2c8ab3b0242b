package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.experiments.ui.DefinitionWords;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The forecasts of runs that learned the same data, over the truth, and their errors. */
final class CompareForecastCard extends Card {

    private static final String COPYING = "copying";

    private final CompareLook look;
    private final Texts texts;
    private final RunWords words;
    private final ForecastPlan plan;
    private final WaveChart chart;
    private final NumberTable table;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    /** What came of a run. */
    private record Answer(RunDetails run, int epoch, double rmse, double mae, double copying) {}

    CompareForecastCard(
            SequenceDefinition sequence, List<RunDetails> runs, CompareLook look, Texts texts) {
        super(texts.get("compare.forecasts.of", DefinitionWords.signal(sequence), runs.size()));
        this.look = look;
        this.texts = texts;
        words = new RunWords(texts);
        plan = ForecastPlan.of(sequence);
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                texts.get(
                                        "compare.forecasts.title",
                                        DefinitionWords.signal(sequence)),
                                texts.get("forecast.x"),
                                texts.get("forecast.y")));
        chart.addClassNames("wt-run-chart", "wt-compare-chart");
        chart.noDataText(texts.get("forecast.none"));
        chart.loading(true);
        table =
                new NumberTable(
                        texts.get("errors.title"),
                        1,
                        List.of(
                                texts.get("runs.column.NAME"),
                                texts.get("compare.forecasts.epoch"),
                                texts.get("errors.rmse"),
                                texts.get("errors.mae"),
                                texts.get("compare.verdict")));
        table.addClassName("wt-compare-table");
        Paragraph how =
                new Paragraph(
                        texts.get(
                                "compare.forecasts.how",
                                texts.nameOf("forecast.mode", plan.mode())));
        how.addClassNames("wt-muted", "wt-compare-note");
        add(chart, how, table);
    }

    /** The same question for every run here. */
    EvaluationRequest asked() {
        return plan.request();
    }

    void show(RunDetails run, CheckpointDetails checkpoint, Evaluation evaluation) {
        ForecastLines drawn = ForecastLines.of(evaluation);
        if (lines.isEmpty()) {
            declare(ForecastLines.TRUTH, texts.get("forecast.truth"), LineStyle.TRUTH);
            drawTruth(drawn);
        }
        String key = run.id().toString();
        LineStyle style = look.style(run);
        declare(key, look.name(run), style.withWidth(Math.min(style.width(), 1.5)));
        draw(key, drawn.line(ForecastLines.PREDICTED));
        chart.loading(false);
        answers.add(
                new Answer(
                        run,
                        checkpoint.epoch(),
                        evaluation.rmse(),
                        evaluation.mae(),
                        copying(evaluation)));
        fill();
    }

    private void drawTruth(ForecastLines drawn) {
        ForecastLines.Points copied = drawn.lines().get(Baseline.Kind.LAST_VALUE.name());
        if (copied != null) {
            String name = texts.nameOf("baseline", Baseline.Kind.LAST_VALUE);
            declare(COPYING, name, LineStyle.BASELINE);
            draw(COPYING, copied);
        }
        draw(ForecastLines.TRUTH, drawn.line(ForecastLines.TRUTH));
    }

    private void declare(String key, String name, LineStyle style) {
        lines.put(key, new Line(key, name, style));
        chart.lines(List.copyOf(lines.values()));
    }

    private void draw(String key, ForecastLines.Points points) {
        chart.show(key, points.x(), points.y());
    }

    /** Says why there is no forecast of a run. */
    void without(RunDetails run, String why) {
        chart.loading(false);
        Paragraph says = new Paragraph(texts.get("compare.says", look.name(run), why));
        says.addClassNames("wt-muted", "wt-compare-note");
        add(says);
    }

    private static double copying(Evaluation evaluation) {
        return evaluation.baselines().stream()
                .filter(one -> one.kind() == Baseline.Kind.LAST_VALUE)
                .mapToDouble(Baseline::rmse)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** The closest to the truth first. */
    private void fill() {
        table.clear();
        answers.sort(Comparator.comparingDouble(Answer::rmse));
        for (Answer answer : answers) {
            Div name = new Div(look.swatch(answer.run()), new Span(look.name(answer.run())));
            name.addClassName("wt-compare-name");
            table.row(name, cells(answer));
        }
        chart.summary(
                texts.get(
                        "compare.forecasts.summary",
                        answers.size(),
                        look.name(answers.getFirst().run()),
                        words.error(answers.getFirst().rmse())));
    }

    private List<Component> cells(Answer answer) {
        Span rmse = new Span(words.error(answer.rmse()));
        if (answers.size() > 1 && answer.equals(answers.getFirst())) {
            rmse.addClassName("wt-compare-best");
        }
        String verdict =
                Double.isNaN(answer.copying()) || Double.isNaN(answer.rmse())
                        ? "–"
                        : texts.get(
                                answer.rmse() < answer.copying() ? "compare.beats" : "runs.worse");
        return List.of(
                new Span(texts.count(answer.epoch())),
                rmse,
                new Span(words.error(answer.mae())),
                new Span(verdict));
    }
}
