package dev.wavetrain.talking;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param by who wrote the comment; null where a run has ended
 */
public record Notice(
        UUID id,
        Kind kind,
        RunId run,
        String runName,
        @Nullable String by,
        Instant createdAt,
        boolean read) {

    /** What it is about. */
    public enum Kind {
        /** A comment calls. */
        MENTION,
        FINISHED,
        FAILED,
        DIVERGED;

        /** Null where nobody is told of such an end. */
        static @Nullable Kind of(RunState state) {
            return switch (state) {
                case COMPLETED, STOPPED_EARLY -> FINISHED;
                case FAILED -> FAILED;
                case DIVERGED -> DIVERGED;
                default -> null;
            };
        }
    }
}
