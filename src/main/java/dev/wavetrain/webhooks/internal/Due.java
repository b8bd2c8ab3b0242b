package dev.wavetrain.webhooks.internal;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.webhooks.WebhookEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that is to be tried now.
 *
 * @param attempt which this one is, from 1
 */
public record Due(
        UUID id,
        ProjectId project,
        WebhookEvent event,
        @Nullable RunId run,
        @Nullable UUID comment,
        Instant happenedAt,
        int attempt,
        String address,
        String secret) {

    /** Without the secret: this ends up in logs. */
    @Override
    public String toString() {
        return "delivery " + id + " of project " + project + ", attempt " + attempt;
    }
}
