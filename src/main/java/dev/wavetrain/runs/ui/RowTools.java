package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What rows of the table are made with and read. */
final class RowTools {

    private static final int SPARKLINE_POINTS = 40;

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final Picked picked;
    private final Supplier<ListColumns> columns;
    private final RunCells cells;
    private final Set<RunId> stars = new HashSet<>();

    /**
     * @param columns those that the table has now
     */
    RowTools(
            Caller caller,
            RunServices services,
            Texts texts,
            RunRowActions actions,
            Picked picked,
            Supplier<ListColumns> columns) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.picked = picked;
        this.columns = columns;
        cells = new RunCells(texts, actions, services.clock());
    }

    Texts texts() {
        return texts;
    }

    ListColumns columns() {
        return columns.get();
    }

    List<String> cells(RunDetails run, String curve) {
        RunId id = run.id();
        return cells.of(
                run, new RunCells.Look(picked.has(id), stars.contains(id), curve), columns.get());
    }

    /** Reads which of them are the caller's favourites. */
    void readStars(Collection<RunId> runs) {
        stars.removeAll(Set.copyOf(runs));
        stars.addAll(services.favourites().among(caller, runs));
    }

    /**
     * @return whether it is a favourite from now on
     */
    boolean star(RunId run) {
        return stars.remove(run) ? false : stars.add(run);
    }

    /** The losses of the runs, thinned, by one query. */
    Map<RunId, MetricSeries.Line> curves(List<RunId> runs) {
        return runs.isEmpty()
                ? Map.of()
                : services.metrics().sparklines(caller, runs, SPARKLINE_POINTS);
    }
}
