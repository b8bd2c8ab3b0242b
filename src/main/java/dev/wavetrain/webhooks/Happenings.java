package dev.wavetrain.webhooks;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEnded;
import dev.wavetrain.talking.CommentAdded;
import dev.wavetrain.webhooks.internal.DeliveryRows;
import dev.wavetrain.webhooks.internal.WebhookRows;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes down what a webhook is to be told, in the transaction of what happened: it is told if and
 * only if it happened, and whichever process ends in between.
 */
@Component
class Happenings {

    private final WebhookRows hooks;
    private final DeliveryRows deliveries;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Happenings(
            WebhookRows hooks,
            DeliveryRows deliveries,
            ApplicationEventPublisher events,
            Clock clock) {
        this.hooks = hooks;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    void ended(RunEnded end) {
        WebhookEvent event = WebhookEvent.of(end.state());
        if (event != null) {
            happened(end.project(), event, end.run(), null);
        }
    }

    @EventListener
    void said(CommentAdded comment) {
        happened(comment.project(), WebhookEvent.COMMENT_ADDED, comment.run(), comment.comment());
    }

    private void happened(
            ProjectId project, WebhookEvent event, RunId run, @Nullable UUID comment) {
        boolean wanted =
                hooks.find(project).filter(hook -> wants(hook, event)).isPresent()
                        && hooks.held(project).filter(hook -> wants(hook, event)).isPresent();
        if (wanted) {
            deliveries.insert(UUID.randomUUID(), project, event, run, comment, clock.instant());
            events.publishEvent(new DeliveryDue());
        }
    }

    private static boolean wants(Webhook hook, WebhookEvent event) {
        return hook.active() && hook.events().contains(event);
    }
}
