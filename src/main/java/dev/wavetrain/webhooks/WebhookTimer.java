package dev.wavetrain.webhooks;

import dev.wavetrain.common.Clockwork;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Role;
import dev.wavetrain.webhooks.internal.Due;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is due, in the order that {@link FairTurns} has. Processes that only train do not:
 * they need no way out.
 */
@Component
class WebhookTimer extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookTimer.class);
    private static final int AT_ONCE = 32;
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Dispatcher dispatcher;
    private final Role role;
    private final Duration every;
    private final FairTurns turns = new FairTurns(AT_ONCE);

    /**
     * Threads of the system's: to look a name up holds a virtual one's carrier, of which there are
     * no more than processors.
     */
    private final ExecutorService senders =
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("webhook-", 0).factory());

    WebhookTimer(Dispatcher dispatcher, Role role, WebhookSettings settings) {
        super("webhooks");
        this.dispatcher = dispatcher;
        this.role = role;
        this.every = settings.lookEvery();
    }

    @Override
    protected void begin() {
        if (role.serves()) {
            repeat(this::look, Duration.ZERO, every);
        }
    }

    /**
     * What is under way is not waited for: what was not written down is sent again. Nor is it
     * interrupted, which would close the embedded database's file under it.
     */
    @Override
    public void stop() {
        super.stop();
        senders.shutdown();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void written(DeliveryDue event) {
        lookNow();
    }

    private void lookNow() {
        if (role.serves() && !thread().isShutdown()) {
            thread().execute(this::look);
        }
    }

    private void look() {
        if (!turns.areLeft()) {
            return;
        }
        try {
            Set<ProjectId> due = new LinkedHashSet<>(dispatcher.due());
            Optional<ProjectId> next = turns.next(due);
            while (isRunning() && next.isPresent()) {
                due.remove(next.get());
                dispatcher.take(next.get()).ifPresent(this::begin);
                next = turns.next(due);
            }
        } catch (RuntimeException failed) {
            warn("What is to be sent to webhooks could not be read: trying again.", failed);
        }
    }

    /** Only here, on the one thread, is anything begun. */
    private void begin(Due due) {
        turns.begin(due.project());
        senders.execute(() -> {
            long begun = System.nanoTime();
            try {
                dispatcher.send(due);
            } catch (RuntimeException failed) {
                warn("How " + due + " went could not be written: it is sent again.", failed);
            } finally {
                turns.end(due.project(), System.nanoTime() - begun >= SLOW.toNanos());
                lookNow();
            }
        });
    }

    private void warn(String words, RuntimeException failed) {
        if (isRunning()) {
            LOG.warn(words, failed);
        }
    }
}
