package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.workers.Intake;
import dev.wavetrain.workers.NodeStatus;
import dev.wavetrain.workers.WorkerNode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One worker: how it is, its slots, what it trains, and what it can be asked. */
final class NodeCard extends Card {

    /** What can be asked of the node. */
    record Asking(boolean allowed, Consumer<Intake> ask) {}

    private final Texts texts;
    private final Clock clock;
    private final Asking asking;
    private final H2 name = new H2();
    private final Badge badge = new Badge(Badge.Tone.GOOD, Icon.Shape.CHECK, "");
    private final SlotMarks slots;
    private final Span heard = new Span();
    private final Span place = new Span();
    private final Div trains = new Div();
    private final Span others = new Span();
    private final Span idle = new Span();
    private final MenuBar drain = new MenuBar();
    private final Button putAside;
    private final Button reopen;
    private final Map<RunId, TrainedLine> lines = new LinkedHashMap<>();

    NodeCard(Texts texts, Clock clock, Asking asking) {
        this.texts = texts;
        this.clock = clock;
        this.asking = asking;
        addClassName("wt-node");
        slots = new SlotMarks(texts);
        drainMenu();
        putAside = button("workers.putAside", Intake.EMPTYING);
        reopen = button("workers.reopen", Intake.OPEN);
        Div head = new Div(name, badge);
        head.addClassName("wt-node-head");
        heard.addClassName("wt-number");
        Div facts = new Div(heard, place);
        facts.addClassNames("wt-node-facts", "wt-muted");
        trains.addClassName("wt-node-trains");
        others.addClassName("wt-muted");
        idle.addClassName("wt-muted");
        idle.setText(texts.get("workers.idle"));
        Div actions = new Div(drain, putAside, reopen);
        actions.addClassName("wt-node-actions");
        actions.setVisible(asking.allowed());
        add(head, slots, facts, trains, others, idle, actions);
    }

    private void drainMenu() {
        drain.addThemeVariants(MenuBarVariant.TERTIARY);
        MenuItem open = drain.addItem(texts.get("workers.drain"));
        open.getSubMenu()
                .addItem(
                        texts.get("workers.drain.finish"),
                        click -> asking.ask().accept(Intake.DRAINING));
        open.getSubMenu()
                .addItem(
                        texts.get("workers.drain.putAside"),
                        click -> asking.ask().accept(Intake.EMPTYING));
    }

    private Button button(String key, Intake intake) {
        Button button = new Button(texts.get(key), click -> asking.ask().accept(intake));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        return button;
    }

    void show(NodeStatus status) {
        WorkerNode node = status.node();
        name.setText(node.name());
        getElement().setAttribute("aria-label", node.name());
        getElement().setAttribute("data-silent", status.silent());
        showBadge(status);
        slots.show(node.slots(), status.used());
        heard.setText(
                status.silent()
                        ? texts.get("workers.silent", texts.exactly(node.heardAt()))
                        : texts.get("workers.heard", texts.ago(node.heardAt(), clock.instant())));
        place.setText(
                texts.get(
                        "workers.place",
                        node.host(),
                        String.valueOf(node.process()),
                        node.version()));
        showTrained(status);
        drain.setVisible(!status.silent() && node.intake() == Intake.OPEN);
        putAside.setVisible(
                !status.silent() && node.intake() == Intake.DRAINING && status.used() > 0);
        reopen.setVisible(!status.silent() && node.intake() != Intake.OPEN);
    }

    private void showBadge(NodeStatus status) {
        if (status.silent()) {
            badge.show(Badge.Tone.BAD, Icon.Shape.WARNING, texts.get("workers.state.SILENT"));
        } else if (status.node().intake() == Intake.OPEN) {
            boolean busy = status.used() > 0;
            badge.show(
                    busy ? Badge.Tone.ACTIVE : Badge.Tone.GOOD,
                    busy ? Icon.Shape.WAVE : Icon.Shape.CHECK,
                    texts.get(busy ? "workers.state.BUSY" : "workers.state.READY"));
        } else {
            boolean busy = status.used() > 0;
            badge.show(
                    Badge.Tone.WAITING,
                    Icon.Shape.PAUSE,
                    texts.get(busy ? "workers.state.DRAINING" : "workers.state.DRAINED"));
        }
    }

    private void showTrained(NodeStatus status) {
        List<RunId> ids = status.trains().stream().map(RunDetails::id).toList();
        if (!ids.equals(List.copyOf(lines.keySet()))) {
            trains.removeAll();
            lines.clear();
            ids.forEach(id -> lines.put(id, new TrainedLine(texts)));
            lines.values().forEach(trains::add);
        }
        for (RunDetails run : status.trains()) {
            TrainedLine line = lines.get(run.id());
            if (line != null) {
                line.show(run);
            }
        }
        others.setVisible(status.others() > 0);
        others.setText(texts.get("workers.others", status.others()));
        idle.setVisible(status.used() == 0 && !status.silent());
    }
}
