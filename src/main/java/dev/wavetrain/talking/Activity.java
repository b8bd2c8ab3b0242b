package dev.wavetrain.talking;

import dev.wavetrain.common.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a project.
 *
 * @param actor who did it; empty where a run came to its end by itself
 * @param run null where it is about none
 * @param subject the name of what it was done to; empty where {@code kind} says it all
 * @param detail how many seeds, which role; empty for most
 */
public record Activity(
        Instant at, Kind kind, String actor, @Nullable RunId run, String subject, String detail) {

    /** What happened. */
    public enum Kind {
        QUEUED,
        SEEDS_QUEUED,
        COMPLETED,
        STOPPED_EARLY,
        FAILED,
        DIVERGED,
        CANCELLED,
        COMMENTED,
        PROJECT_MADE,
        PROJECT_RENAMED,
        MEMBER_ADDED,
        MEMBER_CHANGED,
        MEMBER_REMOVED,
        INVITATION_MADE
    }
}
