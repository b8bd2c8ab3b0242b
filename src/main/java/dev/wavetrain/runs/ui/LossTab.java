package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.common.Caller;
import dev.wavetrain.experiments.ui.WarningList;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunWarning;
import dev.wavetrain.sequence.Scaling;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Level;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.Marker;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import java.util.ArrayList;
import java.util.List;

/** The losses as they fall. The browser keeps the points; here only the last epoch is known. */
final class LossTab extends Div implements RunTabContent {

    private static final String WORSE_THAN_LAST_VALUE =
            RunWarning.Code.WORSE_THAN_LAST_VALUE.name();

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final WaveChart chart;
    private final VerdictLine verdict;
    private final WarningList warnings;
    private final BaselineTable table;
    private final boolean validates;
    private int drawn;
    private boolean levelled;

    LossTab(Caller caller, RunDetails run, RunServices services, Texts texts) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        validates = run.definition().training().validationSplit() > 0;
        verdict = new VerdictLine(texts);
        warnings = new WarningList(texts);
        table = new BaselineTable(validates, texts);
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                        texts.get("run.loss.title", run.name()),
                                        texts.get("run.loss.x"),
                                        texts.get("run.loss.y"))
                                .withMemory("loss")
                                .withLogSwitch()
                                .withSmoothing()
                                .withWholeX());
        chart.addClassName("wt-run-chart");
        chart.lines(lines());
        addClassName("wt-run-tab");
        add(verdict, warnings, new Card(chart, scaled(run), download(run)), table);
        follow(run, false);
    }

    private List<Line> lines() {
        LineStyle style = LineStyle.series(0);
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(MetricSeries.LOSS, texts.get("run.loss"), style));
        if (validates) {
            lines.add(new Line(MetricSeries.VAL_LOSS, texts.get("run.valLoss"), style.asDashed()));
        }
        return lines;
    }

    /** What the numbers are of, where that is not the data's own unit. */
    private Paragraph scaled(RunDetails run) {
        Scaling scaling = run.definition().sequence().scaling();
        Paragraph note =
                new Paragraph(texts.get("run.loss.scaled", texts.nameOf("scaling", scaling)));
        note.addClassName("wt-muted");
        note.setVisible(scaling != Scaling.NONE);
        return note;
    }

    private Anchor download(RunDetails run) {
        DownloadHandler csv =
                event -> {
                    event.setFileName(FileNames.of(run.name()) + "-metrics.csv");
                    event.setContentType("text/csv;charset=utf-8");
                    services.metrics().writeCsv(caller, run.id(), event.getOutputStream());
                };
        Anchor link = new Anchor(csv, "");
        link.add(new Icon(Icon.Shape.DOWNLOAD), new Span(texts.get("run.csv")));
        link.addClassName("wt-link");
        return link;
    }

    @Override
    public void follow(RunDetails run, boolean newCheckpoint) {
        boolean live = !run.state().isFinal();
        boolean active = run.state().isActive();
        chart.loading(active && run.progress().epoch() == 0);
        String none = run.progress().isUploaded() ? "run.loss.uploaded" : "run.loss.none";
        chart.noDataText(texts.get(live ? "run.loss.waiting" : none));
        draw(run);
        // While it trains the axis has room for all epochs; after it, only for those that were.
        int to = live ? run.progress().epochs() : run.progress().epoch();
        chart.xRange(1, Math.max(2, to));
        Integer best = run.progress().bestEpoch();
        chart.markers(
                live || best == null
                        ? List.of()
                        : List.of(new Marker(best, texts.get("run.loss.best"))));
        verdict.show(run.verdict(), run.state().isFinal());
        // The line above says that one already.
        warnings.show(
                run.warnings().stream()
                        .filter(one -> !one.name().equals(WORSE_THAN_LAST_VALUE))
                        .toList());
        BaselineLosses baselines = run.findings().baselines();
        table.show(run.progress(), baselines);
        if (baselines != null && !levelled) {
            levelled = true;
            chart.levels(levels(baselines));
        }
    }

    /**
     * Of the loss that says which epoch is the best, and copying for the other: the table has all.
     */
    private List<Level> levels(BaselineLosses baselines) {
        String metric = texts.get(validates ? "run.valLoss" : "run.loss");
        List<Level> levels = new ArrayList<>();
        for (BaselineLoss one : baselines.losses()) {
            double loss = validates && one.valLoss() != null ? one.valLoss() : one.loss();
            levels.add(new Level(loss, level(one, metric), validates));
            if (validates && one.kind() == Baseline.Kind.LAST_VALUE) {
                levels.add(new Level(one.loss(), level(one, texts.get("run.loss")), false));
            }
        }
        return levels;
    }

    private String level(BaselineLoss one, String metric) {
        return texts.get("baseline.level", texts.nameOf("baseline.brief", one.kind()), metric);
    }

    private void draw(RunDetails run) {
        int epoch = run.progress().epoch();
        if (epoch <= drawn) {
            return;
        }
        MetricSeries series =
                services.metrics()
                        .series(caller, run.id(), MetricSeries.KEYS, drawn, points(epoch));
        for (String key : series.lines().keySet()) {
            ChartPoints points = ChartPoints.of(series.line(key), drawn);
            chart.append(key, points.x(), points.y());
        }
        drawn = series.next();
        chart.summary(
                texts.get(
                        "run.loss.summary",
                        drawn,
                        new RunWords(texts).loss(run.progress().loss()),
                        new RunWords(texts).loss(run.progress().best())));
    }

    /** As many for what is new as for as many epochs before: the browser keeps those no finer. */
    private int points(int epoch) {
        return (int) Math.max(1, (long) MetricSeries.DEFAULT_POINTS * (epoch - drawn) / epoch);
    }
}
