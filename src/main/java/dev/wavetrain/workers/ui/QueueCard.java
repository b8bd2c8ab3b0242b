package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.workers.QueuedRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs that wait, in their order; rows are changed in place. */
final class QueueCard extends Card {

    private static final int MOST = 100;
    private static final List<String> COLUMNS =
            List.of("position", "run", "experiment", "owner", "since", "priority", "actions");

    private final Caller caller;
    private final WorkerServices services;
    private final Texts texts;
    private final QueueActions actions;
    private final Map<ExperimentId, String> experiments = new HashMap<>();
    private final Map<RunId, QueueRow> known = new HashMap<>();
    private final List<QueueRow> rows = new ArrayList<>();
    private final NativeTableBody body = new NativeTableBody();
    private final NativeTable table = new NativeTable();
    private final Span count = new Span();
    private final Div empty;
    private final Banner unserved = new Banner();
    private final Paragraph more = new Paragraph();
    private boolean served = true;

    QueueCard(Caller caller, WorkerServices services, Texts texts) {
        super(texts.get("queue.title"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        actions = new QueueActions(caller, services, texts, () -> look(served));
        addClassName("wt-queue");
        count.addClassNames("wt-muted", "wt-number");
        withActions(count);
        empty =
                new EmptyState(
                        Icon.Shape.CLOCK, texts.get("queue.empty"), texts.get("queue.empty.text"));
        unserved.show(
                "waiting", Icon.Shape.WARNING, "", new Paragraph(texts.get("queue.unserved.text")));
        more.addClassName("wt-muted");
        table.addClassName("wt-waiting");
        table.add(head(), body);
        add(unserved, table, more, empty, actions.said());
    }

    private NativeTableHeader head() {
        NativeTableRow row = new NativeTableRow();
        for (String column : COLUMNS) {
            Span name = new Span(texts.get("queue.column." + column));
            if (column.equals("actions")) {
                name.addClassName("wt-hidden");
            }
            NativeTableHeaderCell cell = new NativeTableHeaderCell(name);
            cell.addClassName("wt-waiting-" + column);
            row.add(cell);
        }
        return new NativeTableHeader(row);
    }

    boolean shows(RunId run) {
        return known.containsKey(run);
    }

    /**
     * @param anyTakesRuns whether there is a worker that takes what waits
     */
    void look(boolean anyTakesRuns) {
        served = anyTakesRuns;
        Page<QueuedRun> queue = services.queue().list(caller, 0, MOST);
        int total = (int) queue.total();
        count.setText(texts.get("queue.count", total));
        count.setVisible(total > 0);
        unserved.setVisible(total > 0 && !anyTakesRuns);
        unserved.title(texts.get("queue.unserved", total));
        empty.setVisible(total == 0);
        table.setVisible(total > 0);
        more.setVisible(total > queue.items().size());
        more.setText(texts.get("queue.more", total - queue.items().size()));
        boolean arranged = arrange(queue.items());
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).show(queue.items().get(i), total);
        }
        if (arranged) {
            actions.focusAgain(known);
        }
    }

    /**
     * Rows that stay keep what they are; the table is filled anew only where its order changed.
     *
     * @return whether it did
     */
    private boolean arrange(List<QueuedRun> items) {
        List<QueueRow> wanted = new ArrayList<>();
        Map<RunId, QueueRow> used = new HashMap<>();
        for (QueuedRun item : items) {
            RunDetails run = item.run();
            QueueRow row = run == null ? hidden(wanted.size()) : known.get(run.id());
            if (row == null) {
                row = new QueueRow(texts, services.clock(), actions, run, experiment(run));
            }
            wanted.add(row);
            if (run != null) {
                used.put(run.id(), row);
            }
        }
        known.clear();
        known.putAll(used);
        if (wanted.equals(rows)) {
            return false;
        }
        rows.clear();
        rows.addAll(wanted);
        body.removeAll();
        rows.forEach(body::add);
        return true;
    }

    /** The row of another project's run that stands there already, if one does. */
    private @Nullable QueueRow hidden(int index) {
        return index < rows.size() && rows.get(index).isHidden() ? rows.get(index) : null;
    }

    private String experiment(@Nullable RunDetails run) {
        return run == null
                ? ""
                : experiments.computeIfAbsent(
                        run.experiment(), id -> services.experiments().find(caller, id).name());
    }
}
