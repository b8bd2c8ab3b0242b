package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.experiments.Checked;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preview;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.ChartOptions;
import dev.wavetrain.shell.chart.Line;
import dev.wavetrain.shell.chart.LineStyle;
import dev.wavetrain.shell.chart.Marker;
import dev.wavetrain.shell.chart.WaveChart;
import dev.wavetrain.shell.parts.Card;
import java.util.List;

/** What the definition in the form comes to: the signal, its windows, the net, what to mind. */
final class PreviewPane extends Div {

    private final Texts texts;
    private final Paragraph status = new Paragraph();
    private final WarningList warnings;
    private final WaveChart signal;
    private final Span samples = new Span();
    private final WindowPreview window;
    private final ModelTable model;

    PreviewPane(Texts texts) {
        this.texts = texts;
        addClassName("wt-exp-preview");
        signal = chart("preview.signal", "preview.x");
        window = new WindowPreview(texts);
        model = new ModelTable(texts);
        samples.addClassName("wt-muted");
        samples.addClassName("wt-number");
        status.addClassName("wt-exp-stale");
        status.setVisible(false);
        warnings = new WarningList(texts);
        add(
                status,
                new Card(texts.get("preview.signal"), signal).withActions(samples),
                warnings,
                window,
                new Card(texts.get("model.title"), model));
    }

    private WaveChart chart(String title, String x) {
        WaveChart chart =
                new WaveChart(
                        ChartOptions.titled(texts.get(title), texts.get(x), texts.get("preview.y"))
                                .withoutToolbar());
        chart.addClassName("wt-exp-chart");
        return chart;
    }

    void show(Definition definition, Checked checked, ColumnSource columns) {
        status.setVisible(false);
        removeClassName("wt-stale");
        show(checked.preview());
        samples.setText(
                checked.validation() == 0
                        ? texts.get("preview.samples.train", checked.train())
                        : texts.get("preview.samples.both", checked.train(), checked.validation()));
        warnings.show(checked.warnings());
        window.show(definition, checked.train(), checked.validation(), columns);
        model.show(checked.modelSummary());
    }

    /** Keeps what was last right in view, and says that the form is ahead of it. */
    void stale() {
        status.setText(texts.get("preview.stale"));
        status.setVisible(true);
        addClassName("wt-stale");
    }

    private void show(Preview preview) {
        Line input = new Line("input", texts.get("preview.input"), LineStyle.TRUTH);
        if (preview.target() == null) {
            signal.lines(input);
        } else {
            signal.lines(
                    input, new Line("target", texts.get("preview.target"), LineStyle.PREDICTION));
            signal.show("target", preview.target().x(), preview.target().values());
        }
        signal.show("input", preview.input().x(), preview.input().values());
        signal.markers(
                preview.splitX() == null
                        ? List.of()
                        : List.of(new Marker(preview.splitX(), texts.get("preview.split"))));
    }
}
