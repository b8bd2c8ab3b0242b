package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.shell.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What rows of the table are made with and read.
 *
 * @param columns those that the table has now
 */
record RowTools(
        Caller caller,
        RunServices services,
        Texts texts,
        RunRowActions actions,
        Picked picked,
        Supplier<ListColumns> columns) {

    private static final int SPARKLINE_POINTS = 40;

    RunRow row() {
        RunRow row = new RunRow(texts, actions, picked, services.clock());
        row.arrange(columns.get());
        return row;
    }

    Set<RunId> starred(Collection<RunId> runs) {
        return services.favourites().among(caller, runs);
    }

    /** The losses of the runs, thinned, by one query. */
    Map<RunId, MetricSeries.Line> curves(List<RunId> runs) {
        return runs.isEmpty()
                ? Map.of()
                : services.metrics().sparklines(caller, runs, SPARKLINE_POINTS);
    }
}
