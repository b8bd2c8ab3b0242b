package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The table of runs. Rows are changed in place, so that a push carries what changed and nothing
 * loses its focus. Pages are appended as they are asked for.
 */
class RunList extends Div {

    private static final int PAGE = 50;
    private static final int SPARKLINE_POINTS = 48;

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final boolean binned;
    private final Consumer<String> written;
    private final RunRowActions actions;
    private final RunFilter filter;
    private final RunListHead head;
    private final NativeTableBody rows = new NativeTableBody();
    private final NativeTable table = new NativeTable();
    private final Button more = new Button();
    private final Div none = new Div();
    private final Map<RunId, RunRow> shown = new LinkedHashMap<>();
    private int pages = 1;

    /**
     * @param query the filter to begin with
     * @param written told of each new one
     */
    RunList(
            Caller caller,
            RunServices services,
            Texts texts,
            boolean binned,
            String query,
            Consumer<String> written) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.binned = binned;
        this.written = written;
        addClassName("wt-run-list");
        actions =
                new RunRowActions(
                        caller, services.runs(), services.favourites(), texts, this::reload);
        filter =
                new RunFilter(
                        texts, services.values().known(caller), caller.user(), this::filtered);
        filter.begin(query);
        head = new RunListHead(texts, this::fromTheTop);
        table.addClassName("wt-runs");
        table.add(head, rows);
        more.setText(texts.get("runs.more"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(click -> {
            pages++;
            reload();
        });
        none.add(
                new EmptyState(
                        Icon.Shape.SEARCH,
                        texts.get("runs.none"),
                        texts.get("runs.none.text"),
                        new Button(texts.get("runs.none.clear"), click -> filter.clear())));
        add(filter, table, none, more);
        reload();
    }

    private void filtered() {
        written.accept(filter.query());
        fromTheTop();
    }

    private void fromTheTop() {
        pages = 1;
        reload();
    }

    private void reload() {
        List<RunDetails> found = new ArrayList<>();
        long total = 0;
        for (int page = 0; page < pages; page++) {
            Page<RunDetails> part =
                    services.runs()
                            .list(
                                    caller,
                                    new RunQuery(
                                            filter.query(),
                                            head.sort(),
                                            page,
                                            PAGE,
                                            binned,
                                            caller.chosen()));
            found.addAll(part.items());
            total = part.total();
        }
        fill(found);
        filter.count(total);
        none.setVisible(found.isEmpty());
        table.setVisible(!found.isEmpty());
        more.setVisible(found.size() < total);
    }

    private void fill(List<RunDetails> found) {
        Map<RunId, RunRow> known = new LinkedHashMap<>(shown);
        shown.clear();
        rows.removeAll();
        List<RunId> stale = new ArrayList<>();
        Set<RunId> starred =
                services.favourites().among(caller, found.stream().map(RunDetails::id).toList());
        for (RunDetails run : found) {
            RunRow row = known.getOrDefault(run.id(), new RunRow(texts, actions, services.clock()));
            row.star(starred.contains(run.id()));
            if (row.show(run)) {
                stale.add(run.id());
            }
            shown.put(run.id(), row);
            rows.add(row);
        }
        draw(stale);
    }

    private void draw(List<RunId> stale) {
        if (stale.isEmpty()) {
            return;
        }
        Map<RunId, MetricSeries.Line> curves =
                services.metrics().sparklines(caller, stale, SPARKLINE_POINTS);
        curves.forEach((id, line) -> {
            RunRow row = shown.get(id);
            if (row != null) {
                row.curve(line.value());
            }
        });
    }

    /** What the feed said since the last push; a run not seen before belongs into the list. */
    void happened(Map<RunId, RunEvent> events) {
        if (!binned && events.keySet().stream().anyMatch(id -> !shown.containsKey(id))) {
            reload();
            return;
        }
        List<RunId> stale = new ArrayList<>();
        for (RunId id : events.keySet()) {
            RunRow row = shown.get(id);
            if (row != null && follow(row, id)) {
                stale.add(id);
            }
        }
        draw(stale);
    }

    private boolean follow(RunRow row, RunId id) {
        try {
            return row.show(services.runs().find(caller, id));
        } catch (NotFound gone) {
            // Removed for good meanwhile: the next reload drops the row.
            return false;
        }
    }
}
