package dev.wavetrain.talking;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is told.
 *
 * @param run null where it is about a project
 * @param project null where it is about a run
 * @param subject the name of the one or the other
 * @param by who wrote the comment; null where nobody did
 */
public record Notice(
        UUID id,
        Kind kind,
        @Nullable RunId run,
        @Nullable ProjectId project,
        String subject,
        @Nullable String by,
        Instant createdAt,
        boolean read) {

    /** What it is about. */
    public enum Kind {
        /** A comment calls. */
        MENTION,
        FINISHED,
        FAILED,
        DIVERGED,
        /** A delivery to the project's webhook was given up. */
        WEBHOOK_FAILED,
        /** The project's webhook was switched off. */
        WEBHOOK_OFF;

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
