package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The metrics of runs. */
public interface RunMetrics {

    /**
     * Metrics thinned to at most {@code maxPoints} buckets a line, so that no extreme is lost.
     *
     * @param keys of {@link MetricSeries#KEYS}; none for all
     * @param after gives the epochs after this one; 0 for all
     * @throws dev.wavetrain.common.InvalidValue at {@code keys}, {@code after} or {@code maxPoints}
     */
    MetricSeries series(
            Caller caller, RunId run, Collection<String> keys, int after, int maxPoints);

    /**
     * A few evenly spaced values of val_loss (loss without validation) of each run, for small
     * pictures beside them. Runs the caller does not see are left out.
     *
     * @param points at most so many values each
     */
    Map<RunId, MetricSeries.Line> sparklines(Caller caller, List<RunId> runs, int points);

    /** Writes every value as CSV with a header, in UTF-8; does not close the stream. */
    void writeCsv(Caller caller, RunId run, OutputStream out) throws IOException;
}
