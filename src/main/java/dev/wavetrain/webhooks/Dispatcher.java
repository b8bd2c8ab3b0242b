package dev.wavetrain.webhooks;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.talking.Notice;
import dev.wavetrain.talking.Notices;
import dev.wavetrain.webhooks.Delivery.State;
import dev.wavetrain.webhooks.Delivery.Trouble;
import dev.wavetrain.webhooks.internal.Answer;
import dev.wavetrain.webhooks.internal.DeliveryRows;
import dev.wavetrain.webhooks.internal.Due;
import dev.wavetrain.webhooks.internal.DueRows;
import dev.wavetrain.webhooks.internal.Sender;
import dev.wavetrain.webhooks.internal.Signature;
import dev.wavetrain.webhooks.internal.WebhookRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends one delivery, and decides what becomes of it. An attempt whose process ends is made again:
 * a receiver may hear of something twice, and tells that by its id.
 */
@Component
class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** After the end of its time an attempt has still to be written down. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final DueRows due;
    private final DeliveryRows deliveries;
    private final WebhookRows hooks;
    private final DeliveryBodies bodies;
    private final Sender sender;
    private final WebhookSettings settings;
    private final Notices notices;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    Dispatcher(
            DueRows due,
            DeliveryRows deliveries,
            WebhookRows hooks,
            DeliveryBodies bodies,
            Sender sender,
            WebhookSettings settings,
            Notices notices,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.due = due;
        this.deliveries = deliveries;
        this.hooks = hooks;
        this.bodies = bodies;
        this.sender = sender;
        this.settings = settings;
        this.notices = notices;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Projects that have something due. */
    List<ProjectId> due() {
        return due.projects(clock.instant());
    }

    /** One of the project's that is due, and that no other process has taken. */
    Optional<Due> take(ProjectId project) {
        Instant now = clock.instant();
        return due.take(project, now, now.plus(settings.timeout()).plus(GRACE));
    }

    /** Takes as long as the other side needs, or until its time is over. */
    void send(Due one) {
        Optional<byte[]> body;
        try {
            body = bodies.of(one);
        } catch (UnwritableBody broken) {
            LOG.error("{} cannot be written as JSON, and is given up.", one, broken);
            ended(one, Answer.failed(Trouble.NOT_WRITABLE), Duration.ZERO);
            return;
        }
        body.ifPresentOrElse(bytes -> post(one, bytes), () -> due.drop(one));
    }

    private void post(Due one, byte[] body) {
        long begun = System.nanoTime();
        Answer answer =
                isAllowed(one.address())
                        ? sender.post(one.address(), headers(one, body), body)
                        : Answer.failed(Trouble.NOT_ALLOWED);
        ended(one, answer, Duration.ofNanos(System.nanoTime() - begun));
    }

    private void ended(Due one, Answer answer, Duration took) {
        transaction.executeWithoutResult(status -> write(one, answer, took));
    }

    /** The settings may have changed since it was stored. */
    private boolean isAllowed(String address) {
        try {
            return new HookAddress(settings).checked(address).equals(address);
        } catch (InvalidValue notAnyMore) {
            return false;
        }
    }

    private Map<String, String> headers(Due one, byte[] body) {
        String id = one.id().toString();
        long seconds = clock.instant().getEpochSecond();
        return Map.of(
                "webhook-id", id,
                "webhook-timestamp", String.valueOf(seconds),
                "webhook-signature", Signature.of(one.secret(), id, seconds, body));
    }

    private void write(Due one, Answer answer, Duration took) {
        hooks.lock(one.project());
        Instant now = clock.instant();
        if (answer.trouble() == null) {
            if (due.tried(one, answer, State.DELIVERED, null, now, took)) {
                hooks.gotThrough(one.project());
            }
        } else if (isTriedAgain(one, answer.trouble())) {
            var _ = due.tried(one, answer, State.WAITING, now.plus(wait(one, answer)), now, took);
        } else if (due.tried(one, answer, State.GIVEN_UP, null, now, took)) {
            gaveUp(one, answer.trouble());
        }
        deliveries.forget(one.project(), settings.keep());
    }

    private boolean isTriedAgain(Due one, Trouble trouble) {
        return one.event() != WebhookEvent.TEST
                && one.attempt() < settings.attempts()
                && trouble != Trouble.GONE
                && trouble != Trouble.NOT_ALLOWED
                && trouble != Trouble.NOT_WRITABLE;
    }

    /** The other side may ask for more time, within bounds. */
    private Duration wait(Due one, Answer answer) {
        Duration wait = settings.wait(one.attempt());
        Duration asked = answer.retryAfter();
        if (asked == null || asked.compareTo(wait) < 0) {
            return wait;
        }
        return asked.compareTo(settings.longestBackoff()) < 0 ? asked : settings.longestBackoff();
    }

    private void gaveUp(Due one, Trouble trouble) {
        if (one.event() == WebhookEvent.TEST) {
            return;
        }
        // What cannot be written here says nothing about the receiver.
        boolean tooMany =
                trouble != Trouble.NOT_WRITABLE
                        && hooks.gaveUp(one.project()) >= settings.offAfter();
        if (trouble == Trouble.GONE) {
            switchOff(one.project(), Webhook.Off.GONE);
        } else if (tooMany) {
            switchOff(one.project(), Webhook.Off.GAVE_UP);
        } else {
            notices.ofWebhook(one.project(), Notice.Kind.WEBHOOK_FAILED);
        }
    }

    private void switchOff(ProjectId project, Webhook.Off why) {
        if (hooks.switchOff(project, why)) {
            audit.note(
                    Act.byNobody(AuditAction.WEBHOOK_OFF)
                            .to(Act.Kind.PROJECT, project.value(), hooks.projectName(project))
                            .in(project));
            notices.ofWebhook(project, Notice.Kind.WEBHOOK_OFF);
        }
    }
}
