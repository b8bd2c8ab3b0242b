package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.NativeTable;
import dev.wavetrain.runs.RunDetails;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of runs, and what is pressed in its rows ({@code scripts/runs-table.js} tells). */
final class RunTable extends NativeTable {

    /** What a button of a heading does. */
    static final String TOGGLE = "TOGGLE";

    private final transient RunRowActions actions;
    private final transient Picked picked;
    private final Runnable toggled;
    private transient @Nullable TableRows rows;

    /**
     * @param toggled called when a heading was opened or closed
     */
    RunTable(RunRowActions actions, Picked picked, Runnable toggled) {
        this.actions = actions;
        this.picked = picked;
        this.toggled = toggled;
        addClassName("wt-runs");
    }

    void hold(TableRows now) {
        rows = now;
    }

    private TableRows rows() {
        return Objects.requireNonNull(rows);
    }

    @ClientCallable
    void pick(String row, boolean picking) {
        run(row).ifPresent(run -> picked.set(run, picking));
    }

    /** A button was pressed. */
    @ClientCallable
    void act(String row, String act) {
        if (act.equals(TOGGLE)) {
            rows().toggle(row);
            toggled.run();
        } else {
            run(row).ifPresent(run -> act(run, act));
        }
    }

    private void act(RunDetails run, String act) {
        if (act.equals(RunRowActions.STAR)) {
            actions.favourite(run, rows().star(run.id()));
        } else {
            actions.act(act, run);
        }
    }

    /** The run of a row; none where it has gone meanwhile. */
    private Optional<RunDetails> run(String row) {
        return rows().listed().values().stream()
                .filter(run -> run.id().toString().equals(row))
                .findFirst();
    }
}
