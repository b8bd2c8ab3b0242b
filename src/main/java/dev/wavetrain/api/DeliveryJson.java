package dev.wavetrain.api;

import dev.wavetrain.webhooks.Delivery;
import dev.wavetrain.webhooks.WebhookEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as REST shows it. */
@Schema(name = "Delivery")
record DeliveryJson(
        @Schema(description = "What the receiver knows it by.") UUID id,
        WebhookEvent event,
        @Nullable UUID run,
        Instant happenedAt,
        Delivery.State state,
        @Schema(description = "Attempts begun.") int attempt,
        @Schema(description = "When it is tried next; null where it is not.")
                @Nullable Instant nextAt,
        @Schema(description = "When the last attempt ended; null before, as all that follows.")
                @Nullable Instant triedAt,
        @Nullable Double tookSeconds,
        @Schema(description = "Of the answer; null where there was none.") @Nullable Integer status,
        Delivery.@Nullable Trouble trouble,
        @Schema(description = "What was wrong, in words; null where nothing was.")
                @Nullable String reason) {

    static DeliveryJson of(Delivery delivery) {
        Delivery.Trouble trouble = delivery.trouble();
        return new DeliveryJson(
                delivery.id(),
                delivery.event(),
                delivery.run() == null ? null : delivery.run().value(),
                delivery.happenedAt(),
                delivery.state(),
                delivery.attempt(),
                delivery.nextAt(),
                delivery.triedAt(),
                RunJson.seconds(delivery.took()),
                delivery.status(),
                trouble,
                trouble == null ? null : trouble.words());
    }
}
