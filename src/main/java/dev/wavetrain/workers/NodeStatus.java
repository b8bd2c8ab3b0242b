package dev.wavetrain.workers;

import dev.wavetrain.runs.RunDetails;
import java.util.List;

/**
 * A node and what it trains, for one caller.
 *
 * @param silent whether it has not been heard from for so long that others have its runs
 * @param trains those of its runs that the caller sees
 * @param others how many it trains besides
 */
public record NodeStatus(WorkerNode node, boolean silent, List<RunDetails> trains, int others) {

    public NodeStatus {
        trains = List.copyOf(trains);
    }

    /** How many slots are in use. */
    public int used() {
        return trains.size() + others;
    }
}
