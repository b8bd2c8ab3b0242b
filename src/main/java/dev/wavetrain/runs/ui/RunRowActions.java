package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Favourites;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Toast;
import java.util.function.BiFunction;

/** What can be done with a run from the list. What can be undone is not asked about first. */
record RunRowActions(
        Caller caller, RunService runs, Favourites favourites, Texts texts, Runnable changed) {

    /** What the button of a favourite does. */
    static final String STAR = "STAR";

    /** What any other button of a row does. */
    enum Act {
        PAUSE("runs.pause", Icon.Shape.PAUSE),
        RESUME("runs.resume", Icon.Shape.PLAY),
        CANCEL("runs.cancel", Icon.Shape.STOP),
        BIN("runs.toBin", Icon.Shape.BIN),
        RESTORE("runs.restore", Icon.Shape.RESTORE);

        private final String text;
        private final Icon.Shape icon;

        Act(String text, Icon.Shape icon) {
            this.text = text;
            this.icon = icon;
        }

        /** The key of its text. */
        String text() {
            return text;
        }

        Icon.Shape icon() {
            return icon;
        }
    }

    boolean can(Act act, RunDetails run) {
        boolean changes = caller.mayChange(run.project()) && !run.binned();
        boolean deletes = caller.mayAdminister(run.project());
        return switch (act) {
            case PAUSE -> changes && run.canPause();
            case RESUME -> changes && run.canResume();
            case CANCEL -> changes && run.canCancel();
            case BIN -> deletes && !run.binned();
            case RESTORE -> deletes && run.binned();
        };
    }

    void favourite(RunDetails run, boolean now) {
        favourites.set(caller, run.id(), now);
    }

    /** What a browser asks for by the name of an {@link Act}; nothing where it cannot be done. */
    void act(String name, RunDetails run) {
        for (Act act : Act.values()) {
            if (act.name().equals(name) && can(act, run)) {
                act(act, run);
            }
        }
    }

    private void act(Act act, RunDetails run) {
        switch (act) {
            case PAUSE -> unlessLate(run, runs::pause);
            case RESUME -> unlessLate(run, runs::resume);
            case CANCEL -> unlessLate(run, runs::cancel);
            case BIN -> bin(run);
            case RESTORE -> restore(run);
        }
    }

    private void unlessLate(RunDetails run, BiFunction<Caller, RunId, RunDetails> action) {
        try {
            var _ = action.apply(caller, run.id());
        } catch (Conflict changedMeanwhile) {
            // It ended, or someone else did this, while the button was pressed: the list shows it.
        }
        changed.run();
    }

    private void bin(RunDetails run) {
        runs.bin(caller, run.id());
        changed.run();
        String said = run.state().isFinal() ? "runs.binned" : "runs.stoppedAndBinned";
        Toast.undoable(
                texts.get(said, run.name()),
                () -> {
                    runs.restore(caller, run.id());
                    changed.run();
                });
    }

    private void restore(RunDetails run) {
        runs.restore(caller, run.id());
        changed.run();
        Toast.say(texts.get("runs.restored", run.name()));
    }
}
