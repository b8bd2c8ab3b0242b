package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.ProgressBar;

/** A run that is trained: its name, how far it is and how fast. */
final class TrainedLine extends Div {

    private final Texts texts;
    private final Anchor name = new Anchor();
    private final Span pace = new Span();
    private final ProgressBar bar = new ProgressBar();

    TrainedLine(Texts texts) {
        this.texts = texts;
        addClassName("wt-trained");
        name.getElement().setAttribute("router-link", true);
        pace.addClassNames("wt-muted", "wt-number");
        add(name, pace, bar);
    }

    void show(RunDetails run) {
        name.setText(run.name());
        name.setHref("runs/" + run.id());
        RunProgress progress = run.progress();
        String epochs =
                texts.get(
                        "workers.epochs",
                        texts.count(progress.epoch()),
                        texts.count(progress.epochs()));
        Double rate = progress.epochsPerSecond();
        pace.setText(rate == null ? epochs : epochs + " · " + texts.rate(rate));
        bar.show(progress.fraction());
    }
}
