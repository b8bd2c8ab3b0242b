package dev.wavetrain.runs.internal;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.QueuePlace;
import dev.wavetrain.runs.RunExecutions;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunRecorder;
import dev.wavetrain.runs.RunSettings;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.RunWork;
import dev.wavetrain.runs.StopFlag;
import dev.wavetrain.runs.WaitingRun;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs as workers handle them, in the database. */
@Component
class StoredExecutions implements RunExecutions {

    private final RunRows runs;
    private final RunWrites writes;
    private final Preparation preparation;
    private final RunFeed feed;
    private final RunSettings settings;

    StoredExecutions(
            RunRows runs,
            RunWrites writes,
            Preparation preparation,
            RunFeed feed,
            RunSettings settings) {
        this.runs = runs;
        this.writes = writes;
        this.preparation = preparation;
        this.feed = feed;
        this.settings = settings;
    }

    @Override
    public Optional<RunWork> begin(RunId run, String worker, StopFlag stop) {
        Optional<Begun> begun = writes.begin(run, worker);
        begun.ifPresent(one -> feed.publish(one.event()));
        return begun.map(Begun::assignment).flatMap(assignment -> prepare(run, assignment, stop));
    }

    @Override
    public void settle(RunId run, QueuePlace place) {
        writes.settle(run, place);
    }

    @Override
    public List<WaitingRun> unfinished() {
        return runs.inStates(List.of(RunState.QUEUED, RunState.RUNNING)).stream()
                .map(run -> new WaitingRun(new RunId(run.id()), run.origin().priority()))
                .toList();
    }

    private Optional<RunWork> prepare(RunId run, Begun.Assignment assignment, StopFlag stop) {
        try {
            Prepared prepared = preparation.prepare(assignment);
            writes.prepared(run, assignment.attempt(), prepared);
            BatchWriter writer =
                    new BatchWriter(
                            run,
                            assignment.attempt(),
                            prepared.plan(),
                            writes,
                            feed,
                            stop,
                            settings.patience());
            return Optional.of(
                    new RunWork(prepared.plan(), RunRecorder.start(writer, settings, stop)));
        } catch (InvalidValue changed) {
            fail(run, assignment, Failure.Reason.DATA, changed);
        } catch (LostBeginning lost) {
            fail(run, assignment, Failure.Reason.BEGINNING, lost);
        } catch (OutOfMemoryError tooLarge) {
            fail(run, assignment, Failure.Reason.OUT_OF_MEMORY, tooLarge);
        }
        return Optional.empty();
    }

    private void fail(
            RunId run, Begun.Assignment assignment, Failure.Reason reason, Throwable failed) {
        Ending ending = Ending.failed(reason, Failure.words(failed));
        Batch batch = new Batch(List.of(), List.of(), null, null, ending);
        feed.publish(writes.store(run, assignment.attempt(), batch).event());
    }
}
