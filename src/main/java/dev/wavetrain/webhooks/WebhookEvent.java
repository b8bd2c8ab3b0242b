package dev.wavetrain.webhooks;

import dev.wavetrain.runs.RunState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a webhook is told. */
public enum WebhookEvent {
    RUN_COMPLETED,
    RUN_STOPPED_EARLY,
    RUN_FAILED,
    RUN_DIVERGED,
    RUN_CANCELLED,
    COMMENT_ADDED,
    /** Somebody wants to see whether it gets through. */
    TEST;

    /** All that can be chosen: a test is asked for instead. */
    public static final Set<WebhookEvent> CHOICES =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(TEST)));

    /** Null where the run has not ended. */
    static @Nullable WebhookEvent of(RunState state) {
        return switch (state) {
            case COMPLETED -> RUN_COMPLETED;
            case STOPPED_EARLY -> RUN_STOPPED_EARLY;
            case FAILED -> RUN_FAILED;
            case DIVERGED -> RUN_DIVERGED;
            case CANCELLED -> RUN_CANCELLED;
            case QUEUED, RUNNING, PAUSED -> null;
        };
    }
}
