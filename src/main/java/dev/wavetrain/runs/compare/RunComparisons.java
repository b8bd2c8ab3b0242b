package dev.wavetrain.runs.compare;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Compares runs that the caller sees. Those in the bin can be compared as well. */
public interface RunComparisons {

    /**
     * @throws dev.wavetrain.common.InvalidValue as {@link RunComparison#check}
     * @throws dev.wavetrain.common.NotFound where the caller does not see one of them
     */
    RunComparison compare(Caller caller, List<RunId> runs);

    /**
     * The losses of many runs, by a few queries whatever their number: each thinned to at most so
     * many buckets of neighbouring epochs, which keep their lowest, highest and last value, so that
     * no spike is lost. Runs that the caller does not see, or that have no epoch yet, are left out.
     *
     * @param maxPoints buckets a line
     */
    Map<RunId, ComparedCurve> curves(Caller caller, Collection<RunId> runs, int maxPoints);

    /**
     * Writes a line a run as CSV in UTF-8, after a header: name, state, the settings that differ,
     * metrics.
     *
     * @throws dev.wavetrain.common.InvalidValue as {@link #compare}, before anything is written
     * @throws dev.wavetrain.common.NotFound likewise
     */
    void writeTable(Caller caller, List<RunId> runs, Writer to) throws IOException;

    /** Writes a line an epoch of each run, nothing thinned; else as {@link #writeTable}. */
    void writeCurves(Caller caller, List<RunId> runs, Writer to) throws IOException;
}
