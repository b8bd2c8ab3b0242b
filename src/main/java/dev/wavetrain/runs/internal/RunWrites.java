package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.EpochBlocks;
import dev.wavetrain.runs.QueuePlace;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.StillFalling;
import dev.wavetrain.runs.StopReason;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that workers write, each in one transaction that first locks the run's row. Storing the same
 * batch twice is harmless: after a lost connection nobody knows whether a commit was done.
 */
@Component
public class RunWrites {

    private final RunRows runs;
    private final EpochRows epochs;
    private final EpochBlocks blocks;
    private final RunClock times;
    private final CheckpointStore checkpoints;
    private final RunMapper mapper;
    private final RunEndings endings;
    private final Clock clock;

    RunWrites(
            RunRows runs,
            EpochRows epochs,
            EpochBlocks blocks,
            RunClock times,
            CheckpointStore checkpoints,
            RunMapper mapper,
            RunEndings endings,
            Clock clock) {
        this.runs = runs;
        this.epochs = epochs;
        this.blocks = blocks;
        this.times = times;
        this.checkpoints = checkpoints;
        this.mapper = mapper;
        this.endings = endings;
        this.clock = clock;
    }

    /** Empty where there is no such run. */
    @Transactional
    Optional<Begun> begin(RunId id, String worker) {
        return runs.lock(id.value()).map(run -> begin(id, run, worker));
    }

    private Begun begin(RunId id, RunEntity run, String worker) {
        boolean over = run.state().isFinal();
        if (run.begin(worker, clock.instant())) {
            return new Begun(
                    mapper.event(run),
                    new Begun.Assignment(
                            mapper.definition(run),
                            run.origin().seed(),
                            run.attempt(),
                            checkpoints.resumePoint(id).orElse(null),
                            run.parent() == null));
        }
        if (run.state().isFinal()) {
            checkpoints.deleteResumePoint(id);
            if (!over) {
                endings.tell(run);
            }
        }
        return new Begun(mapper.event(run), null);
    }

    @Transactional
    void prepared(RunId id, int attempt, Prepared prepared) {
        RunEntity run = locked(id);
        run.requireAttempt(attempt);
        run.prepared(
                mapper.text(prepared.provenance()),
                Findings.of(prepared.baselines(), mapper.text(prepared.warnings())));
    }

    /**
     * Stores a batch. Epochs that are stored already are left as they are: a run that went on from
     * an earlier point comes to the same values again.
     *
     * @throws dev.wavetrain.runs.StaleAttempt where the run belongs to another attempt
     */
    @Transactional
    public Stored store(RunId id, int attempt, Batch batch) {
        RunEntity run = locked(id);
        if (batch.ending() != null && run.hasEnded(attempt, batch.ending())) {
            return new Stored(mapper.event(run), null);
        }
        run.requireAttempt(attempt);
        Progress progress = insert(id, run.progress(), batch.epochs());
        if (batch.epochsPerSecond() != null) {
            progress = progress.withRate(batch.epochsPerSecond());
        }
        for (var checkpoint : batch.checkpoints()) {
            checkpoints.save(id, checkpoint);
            progress = progress.withCheckpoint(checkpoint.epoch());
        }
        if (batch.resumePoint() != null) {
            checkpoints.saveResumePoint(id, batch.resumePoint());
            run.gotOn();
        }
        run.progressed(progress);
        StopReason stop = run.wishes().stop();
        if (batch.ending() != null) {
            end(id, run, batch.ending());
        }
        return new Stored(mapper.event(run), stop);
    }

    private Progress insert(RunId id, Progress before, List<EpochRow> rows) {
        int stored = before.epoch();
        List<EpochRow> fresh = rows.stream().filter(row -> row.epoch() > stored).toList();
        epochs.insert(id.value(), fresh);
        Progress after = before;
        for (EpochRow row : fresh) {
            after = after.with(row);
        }
        blocks.close(id.value(), stored, after.epoch());
        times.store(id.value(), before, after);
        return after;
    }

    /**
     * Gives up a run's place in the queue, or keeps it where the run waits again, while nobody can
     * change the run: its user may resume it at this very moment.
     */
    @Transactional
    void settle(RunId id, QueuePlace place) {
        boolean waits = runs.lock(id.value()).filter(run -> run.state().isActive()).isPresent();
        if (waits) {
            place.keep();
        } else {
            place.leave();
        }
    }

    private void end(RunId id, RunEntity run, Ending ending) {
        run.end(ending, clock.instant());
        if (run.state() == RunState.COMPLETED) {
            run.stillFalling(stillFalling(id, run.progress()));
        }
        if (run.state().isFinal()) {
            checkpoints.deleteResumePoint(id);
            endings.tell(run);
        }
    }

    private @Nullable Double stillFalling(RunId id, Progress progress) {
        int count = progress.epoch();
        List<Double> last = new ArrayList<>();
        epochs.forEach(
                id.value(),
                Math.max(0, count - StillFalling.tail(count)),
                count,
                row -> last.add(row.watched()));
        return StillFalling.share(
                count,
                progress.bestEpoch(),
                last.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private RunEntity locked(RunId id) {
        return runs.lock(id.value()).orElseThrow(() -> new NotFound("run", id));
    }
}
