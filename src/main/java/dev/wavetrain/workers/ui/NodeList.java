package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.workers.Intake;
import dev.wavetrain.workers.NodeId;
import dev.wavetrain.workers.NodeStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The workers, one card each; cards are changed in place. */
final class NodeList extends Div {

    private static final String START =
            "java -jar wavetrain.jar --wavetrain.role=worker"
                    + " --wavetrain.database.url=jdbc:postgresql://…";

    private final Caller caller;
    private final WorkerServices services;
    private final Texts texts;
    private final boolean mayAsk;
    private final Div cards = new Div();
    private final Div nobody;
    private final Map<NodeId, NodeCard> shown = new LinkedHashMap<>();
    private boolean anyTakesRuns;

    NodeList(Caller caller, WorkerServices services, Texts texts) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        mayAsk = caller.owner();
        cards.addClassName("wt-nodes");
        nobody =
                new EmptyState(
                        Icon.Shape.WORKERS,
                        texts.get("workers.none"),
                        texts.get("workers.none.text"),
                        new Code(START));
        add(nobody, cards);
    }

    void look() {
        List<NodeStatus> nodes = services.nodes().list(caller);
        nobody.setVisible(nodes.isEmpty());
        cards.setVisible(!nodes.isEmpty());
        anyTakesRuns =
                nodes.stream()
                        .anyMatch(each -> !each.silent() && each.node().intake() == Intake.OPEN);
        List<NodeId> ids = nodes.stream().map(each -> each.node().id()).toList();
        if (!ids.equals(List.copyOf(shown.keySet()))) {
            arrange(ids);
        }
        nodes.forEach(each -> card(each.node().id()).show(each));
    }

    /** As of the last look. */
    boolean anyTakesRuns() {
        return anyTakesRuns;
    }

    private void arrange(List<NodeId> ids) {
        Map<NodeId, NodeCard> known = new LinkedHashMap<>(shown);
        shown.clear();
        cards.removeAll();
        for (NodeId id : ids) {
            NodeCard card = known.get(id);
            shown.put(id, card == null ? new NodeCard(texts, services.clock(), asking(id)) : card);
            cards.add(card(id));
        }
    }

    private NodeCard card(NodeId id) {
        NodeCard card = shown.get(id);
        if (card == null) {
            throw new IllegalStateException("no card for " + id);
        }
        return card;
    }

    private NodeCard.Asking asking(NodeId id) {
        return new NodeCard.Asking(
                mayAsk,
                intake -> {
                    try {
                        var _ = services.nodes().ask(caller, id, intake);
                    } catch (NotFound gone) {
                        // It stopped meanwhile: the list shows it.
                    }
                    look();
                });
    }
}
