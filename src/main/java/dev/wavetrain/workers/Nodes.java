package dev.wavetrain.workers;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** The processes that train, here and elsewhere on the same database. Everybody may see them. */
@Service
public class Nodes {

    private final NodeRows rows;
    private final QueueRows queue;
    private final RunService runs;
    private final ObjectProvider<ThisNode> here;
    private final WorkerSettings settings;
    private final Clock clock;

    Nodes(
            NodeRows rows,
            QueueRows queue,
            RunService runs,
            ObjectProvider<ThisNode> here,
            WorkerSettings settings,
            Clock clock) {
        this.rows = rows;
        this.queue = queue;
        this.runs = runs;
        this.here = here;
        this.settings = settings;
        this.clock = clock;
    }

    /** All that were heard from within a day, by name. */
    public List<NodeStatus> list(Caller caller) {
        List<WorkerNode> nodes = rows.all();
        Map<String, List<RunId>> taken = queue.taken();
        Map<RunId, RunDetails> seen =
                runs.findAll(caller, taken.values().stream().flatMap(List::stream).toList());
        Instant now = clock.instant();
        return nodes.stream()
                .map(node -> {
                    List<RunId> its = taken.getOrDefault(node.id().toString(), List.of());
                    List<RunDetails> trains =
                            its.stream().map(seen::get).filter(Objects::nonNull).toList();
                    return new NodeStatus(
                            node, isSilent(node, now), trains, its.size() - trains.size());
                })
                .toList();
    }

    /** Whether any node that was heard from takes runs. */
    public boolean anyTakesRuns() {
        Instant now = clock.instant();
        return rows.all().stream()
                .anyMatch(node -> node.intake() == Intake.OPEN && !isSilent(node, now));
    }

    private boolean isSilent(WorkerNode node, Instant now) {
        return node.heardAt().isBefore(now.minus(settings.silence()));
    }

    /**
     * Asks a node to do something with runs from its next heartbeat on; at once where it is this
     * process. Again does nothing.
     *
     * @throws Forbidden where the caller does not own the server
     * @throws NotFound where there is no such node
     */
    public NodeStatus ask(Caller caller, NodeId id, Intake intake) {
        if (!caller.owner()) {
            throw new Forbidden("Only the owner of the server may tell its workers what to do.");
        }
        if (!rows.ask(id, intake)) {
            throw new NotFound("worker", id);
        }
        Stream.ofNullable(here.getIfAvailable())
                .filter(node -> node.id().equals(id))
                .forEach(ThisNode::look);
        return list(caller).stream()
                .filter(status -> status.node().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("worker", id));
    }
}
