package dev.wavetrain.workers;

import dev.wavetrain.common.SettingRules;
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
 * @param heartbeatEvery how often this process says that it is there and what it trains; after
 *     {@link #MISSED_HEARTBEATS} missed ones another worker takes its runs over
 * @param stopWithin how long to wait for runs to be put aside when the process is told to stop
 */
@ConfigurationProperties("wavetrain.workers")
public record WorkerSettings(
        @Nullable Integer slots,
        @Nullable String name,
        @DefaultValue("1s") Duration pollEvery,
        @DefaultValue("2500ms") Duration heartbeatEvery,
        @DefaultValue("10s") Duration stopWithin) {

    private static final SettingRules RULES = new SettingRules("wavetrain.workers");

    private static final int MOST_SLOTS = 256;

    /** The least that db-scheduler takes. */
    static final int MISSED_HEARTBEATS = 4;

    /** Every so many heartbeats db-scheduler looks for runs without one. */
    static final int LOOK_FOR_DEAD_EVERY = 2;

    public WorkerSettings {
        slots = slots == null ? Runtime.getRuntime().availableProcessors() : slots;
        RULES.require(slots >= 1 && slots <= MOST_SLOTS, "slots must be from 1 to 256", slots);
        name = name == null || name.isBlank() ? hostName() : name.strip();
        RULES.require(name.length() <= 100, "name must have at most 100 characters", name);
        RULES.require(pollEvery.toMillis() >= 10, "poll-every must be at least 10ms", pollEvery);
        RULES.require(
                heartbeatEvery.toMillis() >= 100,
                "heartbeat-every must be at least 100ms",
                heartbeatEvery);
        RULES.require(!stopWithin.isNegative(), "stop-within must not be negative", stopWithin);
    }

    /** How many runs train at the same time. */
    public int slotCount() {
        return slots == null ? 1 : slots;
    }

    /** Who was silent for longer than this is gone: by then others have its runs. */
    public Duration silence() {
        return heartbeatEvery.multipliedBy(MISSED_HEARTBEATS + LOOK_FOR_DEAD_EVERY);
    }

    /** The name to show. */
    public String node() {
        return name == null ? "" : name;
    }

    static String hostName() {
        try {
            String host = InetAddress.getLocalHost().getHostName();
            return host.length() > 100 ? host.substring(0, 100) : host;
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}
