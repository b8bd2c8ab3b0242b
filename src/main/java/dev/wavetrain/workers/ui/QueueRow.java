package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.workers.QueuedRun;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A run that waits; one of another project has a position and no more. */
final class QueueRow extends NativeTableRow {

    private final Texts texts;
    private final Clock clock;
    private final @Nullable RunDetails run;
    private final Span position = new Span();
    private final Span since = new Span();
    private final Span priority = new Span();
    private final List<NativeButton> buttons = new ArrayList<>();
    private int at;

    QueueRow(
            Texts texts,
            Clock clock,
            QueueActions actions,
            @Nullable RunDetails run,
            String experiment) {
        this.texts = texts;
        this.clock = clock;
        this.run = run;
        cell("position", position).addClassName("wt-number");
        if (run == null) {
            Span other = new Span(texts.get("queue.other"));
            other.addClassName("wt-muted");
            NativeTableCell cell = cell("run", other);
            cell.getElement().setAttribute("colspan", "6");
            getElement().setAttribute("data-other", true);
            return;
        }
        cell("run", link("runs/" + run.id(), run.name()));
        cell("experiment", link("experiments/" + run.experiment(), experiment));
        cell("owner", new Span(run.ownerName()));
        since.getElement().setAttribute("title", texts.exactly(run.queuedAt()));
        cell("since", since).addClassName("wt-number");
        cell("priority", priority).addClassName("wt-number");
        button(Icon.Shape.TO_TOP, "queue.top", run, b -> actions.move(run, 1, b));
        button(Icon.Shape.ARROW_UP, "queue.up", run, b -> actions.move(run, at - 1, b));
        button(Icon.Shape.ARROW_DOWN, "queue.down", run, b -> actions.move(run, at + 1, b));
        button(Icon.Shape.CROSS, "queue.remove", run, b -> actions.remove(run, at));
        cell("actions", buttons.toArray(Component[]::new));
    }

    private NativeTableCell cell(String kind, Component... content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName("wt-waiting-" + kind);
        add(cell);
        return cell;
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private void button(Icon.Shape shape, String key, RunDetails of, IntConsumer action) {
        NativeButton button = new NativeButton();
        button.add(new Icon(shape));
        button.addClassName("wt-icon-button");
        String label = texts.get(key, of.name());
        button.getElement().setAttribute("aria-label", label);
        button.getElement().setAttribute("title", label);
        int number = buttons.size();
        button.addClickListener(click -> action.accept(number));
        buttons.add(button);
    }

    boolean isHidden() {
        return run == null;
    }

    void show(QueuedRun item, int length) {
        at = item.position();
        position.setText(texts.count(at));
        if (run == null) {
            return;
        }
        since.setText(texts.ago(run.queuedAt(), clock.instant()));
        priority.setText(texts.count(item.priority()));
        buttons.forEach(button -> button.setVisible(item.movable()));
        buttons.get(0).setEnabled(at > 1);
        buttons.get(1).setEnabled(at > 1);
        buttons.get(2).setEnabled(at < length);
    }

    /** The button pressed last, or the next one that can be. */
    void focus(int button) {
        NativeButton wanted = buttons.get(button);
        if (wanted.isEnabled()) {
            wanted.focus();
        } else {
            buttons.get(button == 2 ? 1 : 2).focus();
        }
    }
}
