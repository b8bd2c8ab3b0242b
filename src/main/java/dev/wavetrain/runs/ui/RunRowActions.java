package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Favourites;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.util.function.BiFunction;

/** What can be done with a run from the list. What can be undone is not asked about first. */
record RunRowActions(
        Caller caller, RunService runs, Favourites favourites, Texts texts, Runnable changed) {

    void favourite(RunDetails run, boolean now) {
        favourites.set(caller, run.id(), now);
    }

    boolean mayChange(RunDetails run) {
        return caller.mayChange(run.project());
    }

    boolean mayDelete(RunDetails run) {
        return caller.mayAdminister(run.project());
    }

    void cancel(RunDetails run) {
        unlessLate(run, runs::cancel);
    }

    void pause(RunDetails run) {
        unlessLate(run, runs::pause);
    }

    void resume(RunDetails run) {
        unlessLate(run, runs::resume);
    }

    private void unlessLate(RunDetails run, BiFunction<Caller, RunId, RunDetails> action) {
        try {
            var _ = action.apply(caller, run.id());
        } catch (Conflict changedMeanwhile) {
            // It ended, or someone else did this, while the button was pressed: the list shows it.
        }
        changed.run();
    }

    void bin(RunDetails run) {
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

    void restore(RunDetails run) {
        runs.restore(caller, run.id());
        changed.run();
        Toast.say(texts.get("runs.restored", run.name()));
    }
}
