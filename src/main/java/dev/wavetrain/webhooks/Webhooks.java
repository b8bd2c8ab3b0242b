package dev.wavetrain.webhooks;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.webhooks.internal.DeliveryRows;
import dev.wavetrain.webhooks.internal.Signature;
import dev.wavetrain.webhooks.internal.WebhookRows;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where each project's events are sent to, as its admins set it. Every call is for them alone:
 * {@link NotFound} for who does not see the project, {@link dev.wavetrain.common.Forbidden} for its
 * other members, and {@link NotFound} where there is no webhook.
 */
@Service
public class Webhooks {

    /**
     * A webhook as it was stored.
     *
     * @param secret what deliveries are signed with, told this once; null where it stays what it
     *     was
     */
    public record Stored(Webhook webhook, @Nullable String secret) {

        @Override
        public String toString() {
            return "Stored[" + webhook.project() + "]";
        }
    }

    /** That wait at the same time. */
    static final int MOST_TESTS = 10;

    private final WebhookRows rows;
    private final DeliveryRows deliveries;
    private final WebhookSettings settings;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Webhooks(
            WebhookRows rows,
            DeliveryRows deliveries,
            WebhookSettings settings,
            AuditLog audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.deliveries = deliveries;
        this.settings = settings;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Webhook> find(Caller caller, ProjectId project) {
        caller.mustAdminister(project);
        return rows.find(project);
    }

    /**
     * Makes the project's webhook, or changes it.
     *
     * @param active whether it is to be told anything; what waits then goes out at once
     * @throws dev.wavetrain.common.InvalidValue at {@code address} or {@code events}
     */
    @Transactional
    public Stored store(
            Caller caller,
            ProjectId project,
            String address,
            Set<WebhookEvent> wanted,
            boolean active) {
        caller.mustAdminister(project);
        new Rules()
                .that(!wanted.isEmpty(), "events", Rule.TOO_FEW, 1)
                .that(
                        !wanted.contains(WebhookEvent.TEST),
                        "events",
                        Rule.NOT_ALLOWED,
                        WebhookEvent.TEST)
                .check();
        rows.lock(project);
        Webhook before = rows.find(project).orElse(null);
        // What is not allowed any more can still be switched off.
        boolean onlyOff = before != null && !active && before.address().equals(address);
        String checked = onlyOff ? address : new HookAddress(settings).checked(address);
        boolean isNew = before == null;
        String secret = isNew ? Signature.newSecret() : null;
        if (secret == null) {
            rows.update(project, checked, wanted, active);
        } else {
            rows.insert(
                    new Webhook(project, checked, wanted, active, null, clock.instant()), secret);
        }
        note(caller, project, isNew ? AuditAction.WEBHOOK_MADE : AuditAction.WEBHOOK_CHANGED);
        events.publishEvent(new DeliveryDue());
        return new Stored(found(project), secret);
    }

    /**
     * From now on everything is signed anew, what waits too.
     *
     * @return the new secret, told this once
     */
    @Transactional
    public String newSecret(Caller caller, ProjectId project) {
        caller.mustAdminister(project);
        String secret = Signature.newSecret();
        if (!rows.secret(project, secret)) {
            throw none(project);
        }
        note(caller, project, AuditAction.WEBHOOK_SECRET_CHANGED);
        return secret;
    }

    /** Takes it away with its secret, what waits and what is known of deliveries. */
    @Transactional
    public void remove(Caller caller, ProjectId project) {
        caller.mustAdminister(project);
        rows.lock(project);
        Webhook hook = found(project);
        note(caller, hook, AuditAction.WEBHOOK_REMOVED);
        var _ = rows.delete(project);
    }

    /**
     * Sends something once that is about nothing; also where the webhook is off.
     *
     * @throws Conflict where many still wait: they would keep everybody's senders busy
     */
    @Transactional
    public Delivery test(Caller caller, ProjectId project) {
        caller.mustAdminister(project);
        Webhook hook = rows.held(project).orElseThrow(() -> none(project));
        if (deliveries.waiting(project, WebhookEvent.TEST) >= MOST_TESTS) {
            throw new Conflict("Tests are being sent already.");
        }
        UUID id = UUID.randomUUID();
        deliveries.insert(id, hook.project(), WebhookEvent.TEST, null, null, clock.instant());
        events.publishEvent(new DeliveryDue());
        return delivery(project, id);
    }

    /**
     * The newest first.
     *
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public Page<Delivery> deliveries(Caller caller, ProjectId project, int page, int size) {
        caller.mustAdminister(project);
        return new Page<>(
                deliveries.list(found(project).project(), (long) page * size, size),
                deliveries.count(project));
    }

    /**
     * Sends a delivery again, as it is now, under the id that it had.
     *
     * @throws Conflict where it still waits, or the webhook is off
     */
    @Transactional
    public Delivery again(Caller caller, ProjectId project, UUID id) {
        caller.mustAdminister(project);
        Webhook hook = found(project);
        Delivery delivery = delivery(project, id);
        if (!hook.active() && delivery.event() != WebhookEvent.TEST) {
            throw new Conflict("The webhook is off: switch it on first.");
        }
        if (!deliveries.again(project, id, clock.instant())) {
            throw new Conflict("It is being sent already.");
        }
        events.publishEvent(new DeliveryDue());
        return delivery(project, id);
    }

    private Webhook found(ProjectId project) {
        return rows.find(project).orElseThrow(() -> none(project));
    }

    private static NotFound none(ProjectId project) {
        return new NotFound("webhook of the project", project);
    }

    private Delivery delivery(ProjectId project, UUID id) {
        return deliveries
                .find(project, id)
                .orElseThrow(() -> new NotFound("delivery of the webhook", id));
    }

    private void note(Caller caller, ProjectId project, AuditAction action) {
        note(caller, found(project), action);
    }

    /** Of the address only its host: the rest may be a key. */
    private void note(Caller caller, Webhook hook, AuditAction action) {
        String host = HookAddress.host(hook.address());
        audit.note(
                Act.by(caller, action)
                        .to(
                                Act.Kind.PROJECT,
                                hook.project().value(),
                                rows.projectName(hook.project()))
                        .in(hook.project())
                        .with(hook.active() ? host : host + " (off)"));
    }
}
