package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be done with the run of a row, as it stands. */
final class RunButtons extends NativeTableCell {

    private final transient Texts texts;
    private final transient RunRowActions actions;
    private final NativeButton pause;
    private final NativeButton resume;
    private final NativeButton cancel;
    private final NativeButton bin;
    private final NativeButton restore;
    private final Star star;
    private transient @Nullable RunDetails run;

    RunButtons(Texts texts, RunRowActions actions) {
        this.texts = texts;
        this.actions = actions;
        pause = button(Icon.Shape.PAUSE, actions::pause);
        resume = button(Icon.Shape.PLAY, actions::resume);
        cancel = button(Icon.Shape.STOP, actions::cancel);
        bin = button(Icon.Shape.BIN, actions::bin);
        restore = button(Icon.Shape.RESTORE, actions::restore);
        star = new Star(texts, now -> withRun(shown -> actions.favourite(shown, now)));
        add(pause, resume, cancel, bin, restore, star);
        addClassName("wt-run-actions");
    }

    private NativeButton button(Icon.Shape shape, Consumer<RunDetails> action) {
        NativeButton button = new NativeButton();
        button.add(new Icon(shape));
        button.addClassName("wt-icon-button");
        button.addClickListener(click -> withRun(action));
        return button;
    }

    private void withRun(Consumer<RunDetails> action) {
        if (run != null) {
            action.accept(run);
        }
    }

    void show(RunDetails newer) {
        run = newer;
        boolean changes = actions.mayChange(newer) && !newer.binned();
        boolean deletes = actions.mayDelete(newer);
        show(pause, newer.canPause() && changes, "runs.pause", newer);
        show(resume, newer.canResume() && changes, "runs.resume", newer);
        show(cancel, newer.canCancel() && changes, "runs.cancel", newer);
        show(bin, deletes && !newer.binned(), "runs.toBin", newer);
        show(restore, deletes && newer.binned(), "runs.restore", newer);
    }

    private void show(NativeButton button, boolean visible, String key, RunDetails newer) {
        String label = texts.get(key, newer.name());
        button.setVisible(visible);
        button.getElement().setAttribute("aria-label", label);
        button.getElement().setAttribute("title", label);
    }

    void star(boolean favourite) {
        star.show(favourite);
    }
}
