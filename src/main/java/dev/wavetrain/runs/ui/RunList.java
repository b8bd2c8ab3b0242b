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
import java.util.function.BiConsumer;

/**
 * The table of runs. Rows are changed in place, so that a push carries what changed and nothing
 * loses its focus. Pages are appended as they are asked for.
 */
class RunList extends Div {

    private static final int PAGE = 50;
    private static final int SPARKLINE_POINTS = 40;

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final boolean binned;
    private final BiConsumer<String, String> written;
    private final RunRowActions actions;
    private final RunFilter filter;
    private final RunListHead head;
    private final Picked picked;
    private final BulkBar bulk;
    private final NativeTableBody rows = new NativeTableBody();
    private final NativeTable table = new NativeTable();
    private final Button more = new Button();
    private final Div none = new Div();
    private final Map<RunId, RunRow> shown = new LinkedHashMap<>();
    private final Map<RunId, RunDetails> listed = new LinkedHashMap<>();
    private List<Column> columns;
    private int pages = 1;

    /**
     * @param query the filter to begin with
     * @param sort the order to begin with
     * @param written told of each new filter and order
     */
    RunList(
            Caller caller,
            RunServices services,
            Texts texts,
            boolean binned,
            String query,
            String sort,
            BiConsumer<String, String> written) {
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
        head = new RunListHead(texts, this::sorted, this::pickAll);
        picked = new Picked(this::showPicked);
        bulk =
                new BulkBar(
                        texts,
                        new BulkActions(caller, services.runs(), texts, this::reload),
                        picked);
        columns = Column.of(services.choices().columns(caller));
        head.arrange(columns);
        head.sort(sort);
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
        filter.add(new ColumnChooser(texts, columns, this::choose));
        Div scroll = new Div(table);
        scroll.addClassName("wt-runs-scroll");
        add(filter, bulk, scroll, none, more);
        reload();
    }

    private void filtered() {
        picked.clear();
        sorted();
    }

    private void sorted() {
        written.accept(filter.query(), head.sort());
        fromTheTop();
    }

    /**
     * @param wanted none for the usual ones
     */
    private void choose(List<Column> wanted) {
        services.choices().chooseColumns(caller, wanted.stream().map(Column::name).toList());
        columns = wanted.isEmpty() ? Column.usual() : wanted;
        head.arrange(columns);
        shown.values().forEach(row -> row.arrange(columns));
    }

    private void pickAll(boolean all) {
        if (all) {
            picked.all(listed.values());
        } else {
            picked.clear();
        }
    }

    private void showPicked() {
        shown.forEach((id, row) -> row.pick(picked.has(id)));
        head.picked(picked.runs().size(), shown.size());
        bulk.show();
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
        listed.clear();
        rows.removeAll();
        List<RunId> stale = new ArrayList<>();
        Set<RunId> starred =
                services.favourites().among(caller, found.stream().map(RunDetails::id).toList());
        for (RunDetails run : found) {
            RunRow row = known.get(run.id());
            if (row == null) {
                row = new RunRow(texts, actions, picked, services.clock());
                row.arrange(columns);
            }
            row.star(starred.contains(run.id()));
            if (row.show(run)) {
                stale.add(run.id());
            }
            shown.put(run.id(), row);
            listed.put(run.id(), run);
            rows.add(row);
        }
        picked.keep(listed);
        found.forEach(picked::follow);
        head.picked(picked.runs().size(), shown.size());
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
            RunDetails newer = services.runs().find(caller, id);
            listed.put(id, newer);
            picked.follow(newer);
            return row.show(newer);
        } catch (NotFound gone) {
            // Removed for good meanwhile: the next reload drops the row.
            return false;
        }
    }
}
