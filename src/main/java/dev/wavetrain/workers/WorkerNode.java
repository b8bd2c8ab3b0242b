package dev.wavetrain.workers;

import java.time.Instant;

/**
 * A process that trains, as it last said.
 *
 * @param name the setting {@code wavetrain.workers.name}; several may have the same
 * @param host where it runs
 * @param process its number on the host
 * @param version of Wavetrain
 * @param slots how many runs it trains at the same time
 * @param heardAt its last heartbeat
 */
public record WorkerNode(
        NodeId id,
        String name,
        String host,
        long process,
        String version,
        int slots,
        Intake intake,
        Instant startedAt,
        Instant heardAt) {

    /** This process. */
    static WorkerNode here(NodeId id, WorkerSettings settings, String version, Instant now) {
        return new WorkerNode(
                id,
                settings.node(),
                WorkerSettings.hostName(),
                ProcessHandle.current().pid(),
                version,
                settings.slotCount(),
                Intake.OPEN,
                now,
                now);
    }

    WorkerNode heard(Intake newer, Instant now) {
        return new WorkerNode(id, name, host, process, version, slots, newer, startedAt, now);
    }
}
