package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.dom.Element;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rows of the table: a window over all that a list finds, as large as one query may be. It is moved
 * down and up as somebody scrolls, so that a page costs the same however many runs there are. Rows
 * are changed in place: a push carries what changed, and nothing loses its focus.
 */
final class RunBody extends NativeTableBody {

    private static final int PAGE = 50;

    /** Fill a large window: the rest of the first page comes when these are drawn. */
    private static final int FIRST = 20;

    static final int MOST = RunQuery.MOST_ITEMS;

    /** Reads a part of the list. */
    @FunctionalInterface
    interface Source {
        Page<RunDetails> read(int first, int most);
    }

    private final RowTools tools;
    private final Source source;
    private final Map<RunId, RunRow> rows = new LinkedHashMap<>();
    private final Map<RunId, RunDetails> runs = new LinkedHashMap<>();
    private int first;
    private long total;

    RunBody(RowTools tools, Source source) {
        this.tools = tools;
        this.source = source;
    }

    /** How many there are in all. */
    long total() {
        return total;
    }

    /** How many are above the first row. */
    int above() {
        return first;
    }

    /** How many are below the last row. */
    long below() {
        return Math.max(0, total - first - runs.size());
    }

    Map<RunId, RunDetails> listed() {
        return runs;
    }

    void fromTheTop() {
        first = 0;
        show(List.of(), 0);
        reload();
    }

    /** Reads again what is shown. */
    void reload() {
        Page<RunDetails> page = source.read(first, Math.clamp(runs.size(), FIRST, MOST));
        if (page.items().isEmpty() && first > 0) {
            first = 0;
            page = source.read(0, FIRST);
        }
        show(page.items(), page.total());
    }

    /** A page more at the end, or what it lacks; what no window can hold goes at the top. */
    void later() {
        if (below() == 0) {
            return;
        }
        int whole = PAGE - runs.size() % PAGE;
        Page<RunDetails> page = source.read(first + runs.size(), whole);
        List<RunDetails> all = joined(runs.values(), page.items());
        int over = Math.max(0, all.size() - MOST);
        first += over;
        show(all.subList(over, all.size()), page.total());
    }

    /** A page more at the top; what no window can hold goes at the end. */
    void earlier() {
        if (first == 0) {
            return;
        }
        int from = Math.max(0, first - PAGE);
        Page<RunDetails> page = source.read(from, first - from);
        List<RunDetails> all = joined(page.items(), runs.values());
        first = from;
        show(all.subList(0, Math.min(MOST, all.size())), page.total());
    }

    /** Runs that were queued between two readings would be in both. */
    private static List<RunDetails> joined(
            Collection<RunDetails> upper, Collection<RunDetails> lower) {
        Map<RunId, RunDetails> all = new LinkedHashMap<>();
        upper.forEach(run -> all.put(run.id(), run));
        lower.forEach(run -> all.putIfAbsent(run.id(), run));
        return new ArrayList<>(all.values());
    }

    private void show(List<RunDetails> found, long of) {
        total = of;
        runs.clear();
        found.forEach(run -> runs.put(run.id(), run));
        rows.entrySet()
                .removeIf(entry -> {
                    boolean gone = !runs.containsKey(entry.getKey());
                    if (gone) {
                        remove(entry.getValue());
                    }
                    return gone;
                });
        Set<RunId> starred = tools.starred(runs.keySet());
        List<RunId> stale = new ArrayList<>();
        int at = 0;
        for (RunDetails run : found) {
            RunRow row = rows.computeIfAbsent(run.id(), _ -> tools.row());
            row.star(starred.contains(run.id()));
            row.pick(tools.picked().has(run.id()));
            if (row.show(run)) {
                stale.add(run.id());
            }
            place(row.getElement(), at++);
        }
        draw(tools.curves(stale));
    }

    private void place(Element row, int at) {
        if (at >= getElement().getChildCount() || !getElement().getChild(at).equals(row)) {
            getElement().insertChild(at, row);
        }
    }

    /**
     * Shows how runs of this body stand now, and leaves others alone.
     *
     * @return those whose curve should be drawn anew
     */
    List<RunId> follow(Collection<RunDetails> newer) {
        List<RunId> stale = new ArrayList<>();
        for (RunDetails run : newer) {
            RunRow row = rows.get(run.id());
            if (row != null) {
                runs.put(run.id(), run);
                if (row.show(run)) {
                    stale.add(run.id());
                }
            }
        }
        return stale;
    }

    void draw(Map<RunId, MetricSeries.Line> curves) {
        curves.forEach((run, line) -> {
            RunRow row = rows.get(run);
            if (row != null) {
                row.curve(line.value());
            }
        });
    }

    void arrange(ListColumns columns) {
        rows.values().forEach(row -> row.arrange(columns));
    }

    void showPicked() {
        rows.forEach((run, row) -> row.pick(tools.picked().has(run)));
    }
}
