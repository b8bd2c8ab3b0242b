package dev.wavetrain.runs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * A group and how its runs stand.
 *
 * @param runs by seed, without those in the bin
 */
public record RunGroup(GroupDetails details, List<RunDetails> runs) {

    public RunGroup {
        runs = List.copyOf(runs);
    }

    /** What a link may show of it: see {@link RunDetails#forVisitors}. */
    public RunGroup forVisitors() {
        return new RunGroup(
                details.forVisitors(), runs.stream().map(RunDetails::forVisitors).toList());
    }

    /** Whether no run waits or trains any more. */
    public boolean hasEnded() {
        return runs.stream().allMatch(run -> run.state().isFinal());
    }

    /** Whether the runs have a validation loss. */
    public boolean validates() {
        return runs.stream().anyMatch(run -> run.definition().training().validationSplit() > 0);
    }

    /**
     * Those whose result counts: that trained to an end of their own, be it a bad one. What was
     * cancelled or failed says nothing about its seed.
     */
    public List<RunDetails> results() {
        return runs.stream()
                .filter(run ->
                        switch (run.state()) {
                            case COMPLETED, STOPPED_EARLY, DIVERGED -> true;
                            case QUEUED, RUNNING, PAUSED, CANCELLED, FAILED -> false;
                        })
                .toList();
    }

    /** The metric of every result that has one. */
    public double[] values(GroupMetric metric) {
        return results().stream()
                .map(run -> metric.of(run.progress()))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** How the results spread; a metric that none has yet is left out. */
    public SequencedMap<GroupMetric, Spread> spreads() {
        SequencedMap<GroupMetric, Spread> spreads = new LinkedHashMap<>();
        for (GroupMetric metric : GroupMetric.values()) {
            double[] values = values(metric);
            if (values.length > 0) {
                spreads.put(metric, Spread.of(values));
            }
        }
        return spreads;
    }
}
