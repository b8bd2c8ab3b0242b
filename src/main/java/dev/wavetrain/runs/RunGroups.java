package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.ProjectId;
import java.util.Collection;
import java.util.List;

/**
 * Groups of runs that differ in their seed alone. Whatever lies outside the caller's projects is
 * {@link dev.wavetrain.common.NotFound}.
 */
public interface RunGroups {

    /**
     * Queues one run a seed of an experiment's newest version: all of them, or none.
     *
     * @throws dev.wavetrain.common.InvalidValue where overrides do not fit the definition
     * @throws dev.wavetrain.common.Conflict where the experiment is archived, or the request's key
     *     has queued something else
     */
    RunGroup queue(Caller caller, ExperimentId experiment, GroupRequest request);

    RunGroup find(Caller caller, GroupId group);

    /** The newest groups of a project, at most 200; none where the caller does not see it. */
    List<GroupDetails> inProject(Caller caller, ProjectId project);

    /**
     * Median, quartiles and extremes of the runs' losses by epoch.
     *
     * @param keys of {@link MetricSeries#KEYS}; none for all
     * @param maxPoints epochs at most, up to {@link GroupSeries#MOST_POINTS}
     * @throws dev.wavetrain.common.InvalidValue at {@code keys} or {@code maxPoints}
     */
    GroupSeries series(Caller caller, GroupId group, Collection<String> keys, int maxPoints);

    /**
     * Tells the two groups' differences from the noise of their seeds.
     *
     * @throws dev.wavetrain.common.InvalidValue at {@code with} where both are the same
     */
    GroupComparison compare(Caller caller, GroupId group, GroupId with);

    /**
     * Cancels every run that has not ended.
     *
     * @throws dev.wavetrain.common.Conflict where all have
     */
    RunGroup cancel(Caller caller, GroupId group);
}
