package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One sample as the net is given it, and what it is to answer; a slider chooses which. */
final class WindowPreview extends Card {

    private static final int SLIDE_MILLIS = 80;

    private final Texts texts;
    private final WaveChart chart;
    private final IntegerSlider slider = new IntegerSlider(0, 1);
    private final Span which = new Span();
    private @Nullable SequenceDefinition sequence;
    private transient ColumnSource columns = ColumnSource.NONE;
    private int train;

    WindowPreview(Texts texts) {
        super(texts.get("preview.window"));
        this.texts = texts;
        chart =
                new WaveChart(
                        ChartOptions.titled(
                                        texts.get("preview.window"),
                                        texts.get("preview.step"),
                                        texts.get("preview.y"))
                                .withWholeX()
                                .withoutToolbar());
        chart.addClassName("wt-exp-chart");
        slider.setAriaLabel(texts.get("preview.window.choose"));
        slider.addClassName("wt-slider");
        slider.setValueChangeMode(ValueChangeMode.LAZY);
        slider.setValueChangeTimeout(SLIDE_MILLIS);
        slider.addValueChangeListener(change -> draw());
        which.addClassName("wt-muted");
        which.addClassName("wt-number");
        withActions(which);
        add(chart, slider);
    }

    void show(Definition definition, int trainSamples, int validationSamples, ColumnSource from) {
        columns = from;
        SequenceDefinition before = sequence;
        sequence = definition.sequence();
        train = trainSamples;
        int last = trainSamples + validationSamples - 1;
        int chosen = Math.min(slider.getValue(), last);
        // A slider of one place would have nothing to slide over.
        slider.setMax(Math.max(1, last));
        slider.setValue(chosen);
        slider.setVisible(last > 0);
        if (before == null || before.task() != sequence.task()) {
            chart.clear();
            chart.lines(lines(sequence.task()));
        }
        draw();
    }

    private List<Line> lines(Task task) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("input", texts.get("preview.input"), LineStyle.TRUTH));
        if (task == Task.TRANSLATE) {
            lines.add(new Line("decoder", texts.get("preview.decoder"), LineStyle.BASELINE));
        }
        lines.add(new Line("target", texts.get("preview.answer"), LineStyle.PREDICTION));
        return lines;
    }

    /** The signal is evaluated anew each time: a session keeps no series. */
    private void draw() {
        SequenceDefinition definition = sequence;
        if (definition == null) {
            return;
        }
        SequenceData data = SequenceData.of(definition, columns);
        int index = Math.min(slider.getValue(), data.sampleCount() - 1);
        which.setText(
                texts.get(
                        index < train ? "preview.window.train" : "preview.window.validation",
                        index + 1,
                        data.sampleCount()));
        WindowLines lines = WindowLines.of(data, index);
        lines.points().forEach((key, line) -> chart.show(key, line.x(), line.values()));
    }
}
