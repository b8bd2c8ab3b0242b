package dev.wavetrain.workers;

import dev.wavetrain.common.Seldom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process among the nodes: says that it is there, and hears what it is asked to do. One call
 * at a time, so that what was asked last is what it does.
 */
class ThisNode {

    /** How long others show a node that went without a word. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(ThisNode.class);

    private final Seldom seldom = new Seldom(Duration.ofMinutes(1));
    private final WorkerNode born;
    private final NodeRows rows;
    private final Intakes intakes;
    private final Clock clock;
    private final Duration silence;

    ThisNode(WorkerNode born, NodeRows rows, Intakes intakes, Clock clock, Duration silence) {
        this.born = born;
        this.rows = rows;
        this.intakes = intakes;
        this.clock = clock;
        this.silence = silence;
    }

    NodeId id() {
        return born.id();
    }

    /** A row that is gone, as after a day without the database, is written anew. */
    synchronized void beat() {
        try {
            Instant now = clock.instant();
            if (!rows.heard(id(), now)) {
                rows.insert(born.heard(intakes.now(), now));
            }
            look();
            rows.deleteSilentSince(now.minus(silence), born);
            rows.deleteSilentSince(now.minus(KEPT));
        } catch (RuntimeException failed) {
            if (seldom.now()) {
                LOG.warn("The heartbeat of this worker could not be stored.", failed);
            }
        }
    }

    /** Does what it was asked to. */
    synchronized void look() {
        rows.intake(id()).ifPresent(intakes::follow);
    }

    synchronized void leave() {
        try {
            rows.delete(id());
        } catch (RuntimeException failed) {
            LOG.warn("This worker could not be taken off the list.", failed);
        }
    }
}
