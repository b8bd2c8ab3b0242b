package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.chart.Sparkline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of the table: a window over all that a list finds, as large as one query may be. It is moved
 * down and up as somebody scrolls, so that a page costs the same however many runs there are. Rows
 * are changed in place: a push carries what changed, and nothing loses its focus.
 */
final class RunBody extends HtmlRows {

    private static final int PAGE = 50;

    /** Fill a large window: the rest of the first page comes when these are drawn. */
    private static final int FIRST = 20;

    private static final int CURVE_STEPS = 50;

    static final int MOST = RunQuery.MOST_ITEMS;

    /** Reads a part of the list. */
    interface Source {
        Page<RunDetails> read(int first, int most);

        /** The first, where it need not be known how many there are beside one more. */
        default Page<RunDetails> glance(int most) {
            return read(0, most);
        }
    }

    /**
     * @param epoch how far the run was when it was asked for
     */
    private record Curve(int epoch, String svg) {

        static final Curve NONE = new Curve(-1, "");
    }

    private final RowTools tools;
    private final Source source;
    private final Map<RunId, RunDetails> runs = new LinkedHashMap<>();
    private final Map<RunId, Curve> curves = new HashMap<>();
    private int first;
    private long total;
    private boolean counted;

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

    /** Whether {@link #total} is more than a guess. */
    boolean isCounted() {
        return counted;
    }

    /** The first rows alone, without their curves; {@link #fill} brings what is missing. */
    void fromTheTop() {
        first = 0;
        Page<RunDetails> page = source.glance(FIRST);
        list(page.items(), page.total());
        counted = below() == 0;
        drawRows();
    }

    /** Makes the first page whole. */
    void fill() {
        if (runs.size() < PAGE) {
            later();
        }
        drawCurves();
    }

    void drawCurves() {
        show(tools.curves(stale(runs.values())));
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
        list(found, of);
        counted = true;
        take(tools.curves(stale(found)));
        drawRows();
    }

    private void list(List<RunDetails> found, long of) {
        total = of;
        runs.clear();
        found.forEach(run -> runs.put(run.id(), run));
        curves.keySet().retainAll(runs.keySet());
        tools.readStars(runs.keySet());
    }

    /** All of them anew: what did not change does not travel. */
    void drawRows() {
        draw(cells(runs.values()));
    }

    private Map<String, List<String>> cells(Collection<RunDetails> some) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        some.forEach(run -> {
            String curve = curves.getOrDefault(run.id(), Curve.NONE).svg();
            rows.put(run.id().toString(), tools.cells(run, curve));
        });
        return rows;
    }

    /**
     * Those whose curve should be drawn anew: they moved on by a step that can be seen, which comes
     * soon at first.
     */
    private List<RunId> stale(Collection<RunDetails> some) {
        List<RunId> stale = new ArrayList<>();
        for (RunDetails run : some) {
            Curve drawn = curves.getOrDefault(run.id(), Curve.NONE);
            int epoch = run.progress().epoch();
            int step = Math.max(1, run.progress().epochs() / CURVE_STEPS);
            if (epoch > 0
                    && (epoch >= drawn.epoch() + Math.min(step, Math.max(1, drawn.epoch()))
                            || run.state().isFinal() && epoch != drawn.epoch())) {
                curves.put(run.id(), new Curve(epoch, drawn.svg()));
                stale.add(run.id());
            }
        }
        return stale;
    }

    /**
     * Shows how runs of this body stand now, and leaves others alone.
     *
     * @return those whose curve should be drawn anew
     */
    List<RunId> follow(Collection<RunDetails> newer) {
        List<RunDetails> here = newer.stream().filter(run -> runs.containsKey(run.id())).toList();
        here.forEach(run -> runs.put(run.id(), run));
        redraw(cells(here));
        return stale(here);
    }

    void show(Map<RunId, MetricSeries.Line> lines) {
        take(lines);
        redraw(cells(lines.keySet().stream().filter(runs::containsKey).map(runs::get).toList()));
    }

    private void take(Map<RunId, MetricSeries.Line> lines) {
        lines.forEach((run, line) ->
                curves.computeIfPresent(
                        run, (_, curve) -> new Curve(curve.epoch(), Sparkline.svg(line.value()))));
    }
}
