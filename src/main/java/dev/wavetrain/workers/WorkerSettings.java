package dev.wavetrain.workers;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process trains.
 *
 * @param slots runs that train at the same time, one thread each; by default the processor's cores
 * @param name of this process among the workers; by default the host's name
 * @param pollEvery how often to look for runs that other processes queued
 * @param heartbeatEvery how often to say that a run is still being trained; after four missed ones
 *     another worker takes it over
 * @param stopWithin how long to wait for runs to be put aside when the process is told to stop
 */
@ConfigurationProperties("wavetrain.workers")
public record WorkerSettings(
        @Nullable Integer slots,
        @Nullable String name,
        @DefaultValue("1s") Duration pollEvery,
        @DefaultValue("4s") Duration heartbeatEvery,
        @DefaultValue("10s") Duration stopWithin) {

    private static final int MOST_SLOTS = 256;

    public WorkerSettings {
        slots = slots == null ? Runtime.getRuntime().availableProcessors() : slots;
        require(slots >= 1 && slots <= MOST_SLOTS, "slots must be from 1 to 256", slots);
        name = name == null || name.isBlank() ? hostName() : name.strip();
        require(name.length() <= 100, "name must have at most 100 characters", name);
        require(pollEvery.toMillis() >= 10, "poll-every must be at least 10ms", pollEvery);
        require(
                heartbeatEvery.toMillis() >= 100,
                "heartbeat-every must be at least 100ms",
                heartbeatEvery);
        require(!stopWithin.isNegative(), "stop-within must not be negative", stopWithin);
    }

    /** How many runs train at the same time. */
    public int slotCount() {
        return slots == null ? 1 : slots;
    }

    /** The name to show. */
    public String node() {
        return name == null ? "" : name;
    }

    private static void require(boolean holds, String rule, Object given) {
        if (!holds) {
            throw new IllegalArgumentException("wavetrain.workers." + rule + ": " + given);
        }
    }

    private static String hostName() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.length() > 100 ? host.substring(0, 100) : host;
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
