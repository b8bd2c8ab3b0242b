package dev.wavetrain.runs;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.NoId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Warning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as stored.
 *
 * @param definition the experiment's version with the run's overrides applied
 * @param owner who queued it
 * @param ownerName the owner's name at that time
 * @param priority higher ones start first; 0 is usual
 * @param cancelling whether it was asked to stop and has not yet
 * @param pausing whether it was asked to pause and has not yet
 * @param worker the name of the node and slot that trains it, or trained it last
 * @param attempt how many times a worker has begun it; 0 while it was never begun
 * @param parent whose weights it began with; null where it drew its own
 * @param provenance null until it first trained
 * @param findings what it has to beat and what tells against it
 * @param binned whether it is in the bin
 * @param group of runs that differ in their seed alone; null where it was queued by itself
 */
public record RunDetails(
        RunId id,
        ProjectId project,
        String name,
        ExperimentId experiment,
        int experimentVersion,
        Definition definition,
        long seed,
        int priority,
        UserId owner,
        String ownerName,
        RunState state,
        boolean cancelling,
        boolean pausing,
        RunProgress progress,
        Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String worker,
        int attempt,
        @Nullable RunParent parent,
        @Nullable Failure failure,
        List<String> tags,
        String notes,
        @Nullable Provenance provenance,
        RunFindings findings,
        boolean binned,
        @Nullable GroupId group) {

    public RunDetails {
        tags = List.copyOf(tags);
    }

    /**
     * What a link may show of it: nothing of who, of which experiment, project, group or parent, on
     * which machine; and of what went wrong only the kind, as details may name files or hosts.
     */
    public RunDetails forVisitors() {
        return new RunDetails(
                id,
                NoId.PROJECT,
                name,
                NoId.EXPERIMENT,
                experimentVersion,
                new Definition(
                        definition.sequence().withoutIds(),
                        definition.network(),
                        definition.training()),
                seed,
                0,
                NoId.USER,
                "",
                state,
                cancelling,
                pausing,
                progress,
                queuedAt,
                startedAt,
                finishedAt,
                null,
                attempt,
                null,
                failure == null ? null : new Failure(failure.reason(), ""),
                tags,
                notes,
                null,
                findings,
                binned,
                null);
    }

    /** Whether it beats copying the last value; null where that cannot be told yet or at all. */
    public @Nullable Verdict verdict() {
        return Verdict.of(progress, findings.baselines());
    }

    /** All that tells against it. */
    public List<Warning> warnings() {
        return RunWarnings.of(state, progress, verdict(), findings);
    }

    /** Whether it can be cancelled now. */
    public boolean canCancel() {
        return !state.isFinal() && !cancelling;
    }

    /** Whether it can be paused now. */
    public boolean canPause() {
        return state.isActive() && !cancelling && !pausing;
    }

    /** Whether it can go on from its pause now. */
    public boolean canResume() {
        return state == RunState.PAUSED;
    }
}
