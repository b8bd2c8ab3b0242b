package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.common.Caller;
import dev.wavetrain.runs.GroupSeries;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The median loss of the runs, and the band between their quartiles. A run that catches up changes
 * what was drawn, so it is drawn anew each time, at most twice a second while it moves.
 */
final class GroupChart extends Card {

    private static final int LIVE_POINTS = 300;
    private static final Duration BETWEEN_DRAWINGS = Duration.ofMillis(500);

    private final Caller caller;
    private final GroupServices services;
    private final Texts texts;
    private final WaveChart chart;
    private final List<String> keys;
    private Instant drawn = Instant.EPOCH;
    private long endedWhenDrawn = -1;

    GroupChart(Caller caller, RunGroup group, GroupServices services, Texts texts) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        keys =
                group.validates()
                        ? List.of(MetricSeries.LOSS, MetricSeries.VAL_LOSS)
                        : List.of(MetricSeries.LOSS);
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                        texts.get("group.chart", group.details().name()),
                                        texts.get("run.loss.x"),
                                        texts.get("run.loss.y"))
                                .withMemory("loss")
                                .withLogSwitch()
                                .withWholeX());
        chart.addClassName("wt-run-chart");
        chart.lines(lines());
        Paragraph caption = new Paragraph(texts.get("group.chart.caption"));
        caption.addClassNames("wt-muted", "wt-group-note");
        add(chart, caption);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        LineStyle loss = LineStyle.series(0);
        lines.add(new Line(MetricSeries.LOSS, texts.get("run.loss"), loss));
        if (keys.contains(MetricSeries.VAL_LOSS)) {
            // A band of the same hue could not be told from the other.
            LineStyle valLoss = LineStyle.series(1).asDashed();
            lines.add(new Line(MetricSeries.VAL_LOSS, texts.get("run.valLoss"), valLoss));
        }
        return lines;
    }

    void follow(RunGroup group) {
        boolean live = !group.hasEnded();
        int epoch = epoch(group);
        chart.loading(live && epoch == 0);
        chart.noDataText(texts.get(live ? "run.loss.waiting" : "run.loss.none"));
        int to = live ? epochs(group) : epoch;
        chart.xRange(1, Math.max(2, to));
        long ended = group.runs().stream().filter(run -> run.state().isFinal()).count();
        Instant now = services.clock().instant();
        if (epoch > 0 && (ended != endedWhenDrawn || !now.isBefore(drawn.plus(BETWEEN_DRAWINGS)))) {
            drawn = now;
            endedWhenDrawn = ended;
            draw(group, live ? LIVE_POINTS : MetricSeries.DEFAULT_POINTS);
        }
    }

    private void draw(RunGroup group, int points) {
        GroupSeries series = services.groups().series(caller, group.details().id(), keys, points);
        series.lines()
                .forEach((key, line) -> {
                    double[] x = Arrays.stream(line.step()).asDoubleStream().toArray();
                    chart.show(key, x, line.median());
                    chart.band(key, x, line.lowerQuartile(), line.upperQuartile());
                });
        chart.summary(texts.get("group.chart.summary", group.runs().size(), series.epoch()));
    }

    private static int epoch(RunGroup group) {
        return group.runs().stream().mapToInt(run -> run.progress().epoch()).max().orElse(0);
    }

    private static int epochs(RunGroup group) {
        return group.runs().stream()
                .map(run -> run.progress())
                .mapToInt(RunProgress::epochs)
                .max()
                .orElse(0);
    }
}
