package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Annotations;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What can be done with several runs at once. Each is done by itself: where one has ended or gone
 * meanwhile the others are done all the same, and it is said how many were.
 *
 * @param changed called when the list may have to be read again
 */
record BulkActions(Caller caller, RunService runs, Texts texts, Runnable changed) {

    boolean canCancel(RunDetails run) {
        return run.canCancel() && mayChange(run);
    }

    boolean canRepeat(RunDetails run) {
        return run.state().isFinal() && mayChange(run);
    }

    boolean mayChange(RunDetails run) {
        return !run.binned() && caller.mayChange(run.project());
    }

    boolean canBin(RunDetails run) {
        return !run.binned() && caller.mayAdminister(run.project());
    }

    boolean canRestore(RunDetails run) {
        return run.binned() && caller.mayAdminister(run.project());
    }

    void cancel(List<RunDetails> picked) {
        List<RunId> done = each(picked, run -> runs.cancel(caller, run.id()));
        Toast.say(texts.get("bulk.cancelled", done.size()));
    }

    /**
     * @throws InvalidValue where it is no tag
     */
    void tag(List<RunDetails> picked, String tag) {
        String clean = Annotations.tags(List.of(tag)).getFirst();
        List<RunId> done =
                each(
                        picked,
                        run -> {
                            List<String> tags =
                                    Stream.concat(run.tags().stream(), Stream.of(clean)).toList();
                            runs.annotate(caller, run.id(), null, null, tags);
                        });
        Toast.say(texts.get("bulk.tagged", done.size(), clean));
    }

    /** Each with the next seed: the same would only give the same result. */
    void repeat(List<RunDetails> picked) {
        List<RunId> done =
                each(
                        picked,
                        run ->
                                runs.queue(
                                        caller,
                                        run.experiment(),
                                        new RunRequest(
                                                run.seed() + 1, null, run.tags(), null, Map.of())));
        Toast.say(texts.get("bulk.repeated", done.size()));
    }

    void bin(List<RunDetails> picked) {
        List<RunId> done = each(picked, run -> runs.bin(caller, run.id()));
        Toast.undoable(
                texts.get("bulk.binned", done.size()),
                () -> {
                    done.forEach(run -> runs.restore(caller, run));
                    changed.run();
                });
    }

    void restore(List<RunDetails> picked) {
        List<RunId> done = each(picked, run -> runs.restore(caller, run.id()));
        Toast.say(texts.get("bulk.restored", done.size()));
    }

    private List<RunId> each(List<RunDetails> picked, Consumer<RunDetails> action) {
        List<RunId> done = new ArrayList<>();
        for (RunDetails run : picked) {
            try {
                action.accept(run);
                done.add(run.id());
            } catch (Conflict | NotFound | InvalidValue changedMeanwhile) {
                // It ended, is gone, or has no room for a tag: the count tells.
            }
        }
        changed.run();
        return done;
    }
}
