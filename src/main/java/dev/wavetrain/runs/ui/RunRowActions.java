package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;

/** What can be done with a run from the list. What can be undone is not asked about first. */
record RunRowActions(Caller caller, RunService runs, Texts texts, Runnable changed) {

    void cancel(RunDetails run) {
        try {
            runs.cancel(caller, run.id());
        } catch (Conflict ended) {
            // It came to its end while the button was pressed, which the list now shows.
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
