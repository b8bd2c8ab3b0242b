package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Toast;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be done with a run that waits. */
final class QueueActions {

    private final Caller caller;
    private final WorkerServices services;
    private final Texts texts;
    private final Runnable changed;
    private final Div said = new Div();
    private @Nullable RunId moved;
    private int by;

    QueueActions(Caller caller, WorkerServices services, Texts texts, Runnable changed) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.changed = changed;
        said.addClassName("wt-hidden");
        said.getElement().setAttribute("role", "status");
    }

    /** Tells where a run went to those who do not see it. */
    Div said() {
        return said;
    }

    /**
     * @param button the one that was pressed, to be pressed again
     */
    void move(RunDetails run, int to, int button) {
        moved = run.id();
        by = button;
        try {
            services.queue().move(caller, run.id(), to);
            said.setText(texts.get("queue.moved", run.name(), to));
        } catch (Conflict taken) {
            Toast.say(texts.get("queue.taken", run.name()));
        }
        changed.run();
        moved = null;
    }

    /** A row that moved lost its focus on the way. */
    void focusAgain(Map<RunId, QueueRow> rows) {
        QueueRow row = moved == null ? null : rows.get(moved);
        if (row != null) {
            row.focus(by);
        }
    }

    /** Paused it can go on at any time, with all that it has trained. */
    void remove(RunDetails run, int position) {
        try {
            services.runs().pause(caller, run.id());
            Toast.undoable(texts.get("queue.removed", run.name()), () -> back(run, position));
        } catch (Conflict taken) {
            Toast.say(texts.get("queue.taken", run.name()));
        }
        changed.run();
    }

    private void back(RunDetails run, int position) {
        try {
            services.runs().resume(caller, run.id());
            services.queue().move(caller, run.id(), position);
        } catch (Conflict meanwhile) {
            // Somebody was quicker: the queue shows it.
        }
        changed.run();
    }
}
