package dev.wavetrain.webhooks;

import dev.wavetrain.common.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was sent, or is to be.
 *
 * @param run null where it is about none
 * @param attempt how many were begun
 * @param nextAt when it is tried next; null where it is not
 * @param triedAt when the last attempt ended; null before, as all that follows
 * @param took how long that lasted
 * @param status the answer's; null where there was none
 * @param trouble what was wrong with it; null where nothing was
 */
public record Delivery(
        UUID id,
        WebhookEvent event,
        @Nullable RunId run,
        @Nullable String runName,
        Instant happenedAt,
        State state,
        int attempt,
        @Nullable Instant nextAt,
        @Nullable Instant triedAt,
        @Nullable Duration took,
        @Nullable Integer status,
        @Nullable Trouble trouble) {

    /** How far it is. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /** Why an attempt failed. */
    public enum Trouble {
        /** Another status than 2xx. */
        STATUS("It answered with an error."),
        REDIRECTED("It answered with a redirect, which is not followed."),
        GONE("It answered that it wants no more."),
        TIMED_OUT("It did not answer in time."),
        UNKNOWN_HOST("Its name is not known."),
        NOT_ALLOWED(
                "This server does not allow the address: it leads into a private network, or has no TLS."),
        NOT_REACHED("Nothing accepts connections there."),
        TLS("No safe connection could be made: its certificate may be wrong."),
        BROKEN("The connection broke, or what was answered was no HTTP."),
        NOT_WRITABLE(
                "What was to be sent could not be written as JSON, so nothing was sent: the log"
                        + " of the server says why.");

        private final String words;

        Trouble(String words) {
            this.words = words;
        }

        /** In English. */
        public String words() {
            return words;
        }
    }
}
