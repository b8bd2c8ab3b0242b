package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs as their users handle them. Whatever lies outside the caller's projects is {@link
 * dev.wavetrain.common.NotFound}.
 */
public interface RunService {

    /**
     * Queues a run of an experiment's newest version; it starts as soon as a slot is free.
     *
     * @throws dev.wavetrain.common.InvalidValue where overrides do not fit the definition, at
     *     {@code overrides.PATH} or the definition's own path
     * @throws dev.wavetrain.common.Conflict where the experiment is archived
     */
    RunDetails queue(Caller caller, ExperimentId experiment, RunRequest request);

    /** Those in the bin too. */
    RunDetails find(Caller caller, RunId run);

    /** Those of the runs that the caller sees. */
    Map<RunId, RunDetails> findAll(Caller caller, Collection<RunId> runs);

    /**
     * @throws dev.wavetrain.common.InvalidValue where the text is no filter
     */
    Page<RunDetails> list(Caller caller, RunQuery query);

    /**
     * The beginning of a list, without the time that counting takes: where there is more, the total
     * is one more than the page has.
     *
     * @throws dev.wavetrain.common.InvalidValue where the text is no filter
     */
    Page<RunDetails> glance(Caller caller, RunQuery query);

    /** Whether a list would have any run. */
    boolean any(Caller caller, RunQuery query);

    /** Changes what users write on a run; null leaves a value as it is. */
    RunDetails annotate(
            Caller caller,
            RunId run,
            @Nullable String name,
            @Nullable String notes,
            @Nullable List<String> tags);

    /**
     * Takes a run out of the queue, or stops it within one batch; what it has stored stays.
     *
     * @throws dev.wavetrain.common.Conflict where it has ended
     */
    RunDetails cancel(Caller caller, RunId run);

    /**
     * Takes a run out of the queue, or stops it within one batch, to go on from there later.
     *
     * @throws dev.wavetrain.common.Conflict where it has ended, is paused or is being cancelled
     */
    RunDetails pause(Caller caller, RunId run);

    /**
     * Puts a paused run back into the queue. It ends as if it had never been paused.
     *
     * @throws dev.wavetrain.common.Conflict where it is not paused
     */
    RunDetails resume(Caller caller, RunId run);

    /** Puts a run into the bin; one that has not ended is cancelled. Again does nothing. */
    RunDetails bin(Caller caller, RunId run);

    /** Takes a run out of the bin. Again does nothing. */
    RunDetails restore(Caller caller, RunId run);
}
