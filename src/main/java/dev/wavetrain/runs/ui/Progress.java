package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.ProgressBar;

/** How far a run is, how fast, and its losses. */
final class Progress extends Div {

    private final Texts texts;
    private final ProgressBar track = new ProgressBar();
    private final Span epochs = new Span();
    private final Span pace = new Span();
    private final Figure loss;
    private final Figure valLoss;
    private final Figure best;

    Progress(Texts texts) {
        this.texts = texts;
        addClassName("wt-run-progress");
        track.getElement().setAttribute("role", "progressbar");
        track.getElement().setAttribute("aria-label", texts.get("run.progress"));
        track.getElement().setAttribute("aria-valuemin", "0");
        epochs.addClassName("wt-run-epochs");
        pace.addClassName("wt-muted");
        Div line = new Div(epochs, pace);
        line.addClassNames("wt-run-line", "wt-number");
        loss = new Figure(texts.get("run.loss"));
        valLoss = new Figure(texts.get("run.valLoss"));
        best = new Figure(texts.get("run.best"));
        Div figures = new Div(loss, valLoss, best);
        figures.addClassName("wt-figures");
        Div how = new Div(line, track);
        how.addClassName("wt-run-how");
        add(how, figures);
    }

    void show(RunDetails run, RunWords words) {
        RunProgress progress = run.progress();
        track.show(progress.fraction());
        track.getElement().setAttribute("aria-valuenow", String.valueOf(progress.epoch()));
        track.getElement().setAttribute("aria-valuemax", String.valueOf(progress.epochs()));
        track.getElement().setAttribute("data-state", run.state().name());
        epochs.setText(
                progress.isUploaded()
                        ? texts.get("run.uploaded.long")
                        : texts.get("run.epochs", words.epochs(progress)));
        pace.setText(words.pace(run));
        loss.show(words.loss(progress.loss()), "");
        boolean validates = run.definition().training().validationSplit() > 0;
        valLoss.setVisible(validates);
        valLoss.show(words.loss(progress.valLoss()), "");
        Integer bestEpoch = progress.bestEpoch();
        best.show(
                words.loss(progress.best()),
                bestEpoch == null ? "" : texts.get("run.best.epoch", bestEpoch));
    }

    /** A number under its name. */
    private static final class Figure extends Div {

        private final Span value = new Span();
        private final Span note = new Span();

        Figure(String name) {
            addClassName("wt-figure");
            Span label = new Span(name);
            label.addClassName("wt-muted");
            value.addClassNames("wt-figure-value", "wt-number");
            note.addClassNames("wt-muted", "wt-number");
            add(label, new Div(value, note));
        }

        void show(String number, String beside) {
            value.setText(number);
            note.setText(beside);
        }
    }
}
