package dev.wavetrain.data.ui;

import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.Caller;
import dev.wavetrain.data.ColumnFacts;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.sequence.Series;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;

/** A column of numbers over its rows, no extreme of it lost. */
final class ColumnChart extends Card {

    private static final int MOST_POINTS = 2_000;

    private final transient Dataset dataset;
    private final transient Caller caller;
    private final transient DataServices services;
    private final transient Texts texts;
    private final WaveChart chart;

    ColumnChart(Dataset dataset, Caller caller, DataServices services, Texts texts) {
        super(texts.get("data.preview"));
        this.dataset = dataset;
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                        texts.get("data.preview"),
                                        texts.get("data.row"),
                                        texts.get("preview.y"))
                                .withWholeX());
        chart.addClassName("wt-data-chart");
        Select<ColumnFacts> which = new Select<>();
        which.setAriaLabel(texts.get("data.preview.choose"));
        which.setItems(dataset.numbers());
        which.setItemLabelGenerator(ColumnFacts::name);
        which.setValue(dataset.numbers().getFirst());
        which.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                show(change.getValue());
            }
        });
        withActions(which);
        add(chart);
        addAttachListener(attach -> show(which.getValue()));
    }

    private void show(ColumnFacts column) {
        Series line = services.datasets().line(caller, dataset.id(), column.place(), MOST_POINTS);
        chart.clear();
        chart.lines(new Line("column", column.name(), LineStyle.TRUTH));
        chart.show("column", line.x(), line.values());
        chart.summary(texts.get("data.preview.summary", column.name(), dataset.rows()));
    }
}
