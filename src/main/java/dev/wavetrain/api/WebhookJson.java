package dev.wavetrain.api;

import dev.wavetrain.webhooks.Webhook;
import dev.wavetrain.webhooks.WebhookEvent;
import dev.wavetrain.webhooks.Webhooks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A project's webhook as REST shows it. */
@Schema(name = "Webhook")
record WebhookJson(
        String address,
        List<WebhookEvent> events,
        @Schema(description = "Whether anything is sent.") boolean active,
        @Schema(description = "Why the server itself has switched it off; null where it did not.")
                Webhook.@Nullable Off offReason,
        Instant createdAt,
        @Schema(
                        description =
                                "What deliveries are signed with. Told once, when the webhook is"
                                        + " made; null from then on.")
                @Nullable String secret) {

    static WebhookJson of(Webhook hook) {
        return of(new Webhooks.Stored(hook, null));
    }

    static WebhookJson of(Webhooks.Stored stored) {
        Webhook hook = stored.webhook();
        return new WebhookJson(
                hook.address(),
                hook.events().stream().sorted().toList(),
                hook.active(),
                hook.off(),
                hook.createdAt(),
                stored.secret());
    }

    @Override
    public String toString() {
        return "WebhookJson[" + createdAt + "]";
    }
}
