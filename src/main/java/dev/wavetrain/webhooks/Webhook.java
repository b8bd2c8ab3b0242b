package dev.wavetrain.webhooks;

import dev.wavetrain.common.ProjectId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a project's events are sent to.
 *
 * @param active whether anything is sent
 * @param off why the server has switched it off; null where it did not
 */
public record Webhook(
        ProjectId project,
        String address,
        Set<WebhookEvent> events,
        boolean active,
        @Nullable Off off,
        Instant createdAt) {

    public static final int LONGEST_ADDRESS = 2_000;

    /** Why the server itself switches one off. */
    public enum Off {
        /** Too many deliveries in a row were given up. */
        GAVE_UP,
        /** The other side said 410: it wants no more. */
        GONE
    }

    public Webhook {
        events = Set.copyOf(events);
    }
}
