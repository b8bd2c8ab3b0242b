package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** What can be done with a run from its page. */
record RunActions(Caller caller, RunServices services, Texts texts, Consumer<RunDetails> changed) {

    boolean mayChange(RunDetails run) {
        return caller.mayChange(run.project());
    }

    boolean mayDelete(RunDetails run) {
        return caller.mayAdminister(run.project());
    }

    boolean isFavourite(RunDetails run) {
        return !services.favourites().among(caller, Set.of(run.id())).isEmpty();
    }

    void favourite(RunDetails run, boolean now) {
        services.favourites().set(caller, run.id(), now);
    }

    void cancel(RunDetails run) {
        unlessLate(run, services.runs()::cancel);
    }

    void pause(RunDetails run) {
        unlessLate(run, services.runs()::pause);
    }

    void resume(RunDetails run) {
        unlessLate(run, services.runs()::resume);
    }

    /** What happened while the button was pressed, here or elsewhere, is shown instead. */
    private void unlessLate(RunDetails run, BiFunction<Caller, RunId, RunDetails> action) {
        try {
            changed.accept(action.apply(caller, run.id()));
        } catch (Conflict _) {
            changed.accept(services.runs().find(caller, run.id()));
        }
    }

    /** Queues another run of the experiment as it is now. */
    void again(RunDetails run, long seed) {
        try {
            RunDetails queued =
                    services.runs()
                            .queue(
                                    caller,
                                    run.experiment(),
                                    new RunRequest(seed, null, run.tags(), null, Map.of()));
            UI.getCurrent().navigate("runs/" + queued.id());
        } catch (Conflict _) {
            Toast.fail(texts.get("run.again.archived"));
        }
    }

    /** Empty where the name was taken; else what is wrong with it. */
    String rename(RunDetails run, String name) {
        try {
            changed.accept(services.runs().annotate(caller, run.id(), name, null, null));
            return "";
        } catch (InvalidValue e) {
            return texts.error(e.errors().getFirst());
        }
    }

    void bin(RunDetails run) {
        services.runs().bin(caller, run.id());
        Toast.undoable(
                texts.get("run.binned", run.name()),
                () -> services.runs().restore(caller, run.id()));
        UI.getCurrent().navigate("");
    }

    void restore(RunDetails run) {
        changed.accept(services.runs().restore(caller, run.id()));
    }

    /** How many runs will start before this one, those of other projects too. */
    long ahead(RunDetails run) {
        return services.queue().ahead(run.id());
    }

    /** Whether anybody takes runs that wait. */
    boolean isServed() {
        return services.queue().isServed();
    }
}
