package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.live.Ticker;
import dev.wavetrain.shell.parts.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** Who trains what, and what waits for them, live. */
@StyleSheet("styles/workers.css")
@Route("workers")
@Menu(title = "nav.workers", icon = "WORKERS", order = 2)
@PermitAll
class WorkersView extends Div implements HasDynamicTitle {

    /** How old what other processes say may look. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(2_500);

    private final Texts texts = Texts.current();
    private final NodeList nodes;
    private final QueueCard queue;

    @Autowired
    WorkersView(CurrentCaller current, WorkerServices services) {
        Caller caller = current.get();
        PageHeader header = new PageHeader(texts.get("nav.workers"));
        header.lead(texts.get("workers.lead"));
        nodes = new NodeList(caller, services, texts);
        queue = new QueueCard(caller, services, texts);
        add(header, nodes, queue);
        look();
        follow(caller, services);
    }

    private void follow(Caller caller, WorkerServices services) {
        LiveUpdates.<Boolean>of(
                this, listener -> Ticker.every(LOOK_EVERY, listener), tick -> look());
        LiveUpdates.<Map<RunId, RunEvent>>of(
                this,
                listener ->
                        services.feed()
                                        .subscribeAll(
                                                caller,
                                                event ->
                                                        listener.accept(Map.of(event.run(), event)))
                                ::close,
                (older, newer) -> {
                    Map<RunId, RunEvent> both = new HashMap<>(older);
                    both.putAll(newer);
                    return both;
                },
                this::happened);
    }

    /** An epoch more changes nothing in the queue. */
    private void happened(Map<RunId, RunEvent> events) {
        boolean queueChanged =
                events.values().stream()
                        .anyMatch(event ->
                                event.state() != RunState.RUNNING || queue.shows(event.run()));
        if (queueChanged) {
            look();
        } else {
            nodes.look();
        }
    }

    private void look() {
        nodes.look();
        queue.look(nodes.anyTakesRuns());
    }

    @Override
    public String getPageTitle() {
        return texts.title("nav.workers");
    }
}
