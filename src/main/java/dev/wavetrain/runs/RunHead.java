package dev.wavetrain.runs;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the runs of one group in a list.
 *
 * @param key the experiment's or group's id, or the tag; null above those that have none
 * @param name of the experiment or group, or the tag; empty where there is none
 * @param runs how many the list has of it
 * @param states how many in each state that there is
 * @param best the lowest {@code best_val_loss} of them; null where none has one
 * @param newest when the newest of them was queued
 */
public record RunHead(
        @Nullable String key,
        String name,
        long runs,
        Map<RunState, Long> states,
        @Nullable Double best,
        Instant newest) {

    public RunHead {
        states = Map.copyOf(states);
    }
}
