package dev.wavetrain.webhooks;

import dev.wavetrain.common.Clockwork;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Role;
import dev.wavetrain.webhooks.internal.Due;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is due: some at a time, one at a time to each project's address, so that none that
 * hangs holds up the others. Processes that only train do not: they need no way out.
 */
@Component
class WebhookTimer extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookTimer.class);
    private static final int AT_ONCE = 16;

    private final Dispatcher dispatcher;
    private final Role role;
    private final Duration every;
    private final Set<ProjectId> busy = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final ExecutorService senders =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhook-", 0).factory());

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
        try {
            while (isRunning() && free.availablePermits() > 0) {
                Optional<Due> due = dispatcher.take(busy);
                if (due.isEmpty()) {
                    return;
                }
                begin(due.get());
            }
        } catch (RuntimeException failed) {
            warn("What is to be sent to webhooks could not be read: trying again.", failed);
        }
    }

    /** Only here, on the one thread, is anything begun. */
    private void begin(Due due) {
        free.acquireUninterruptibly();
        busy.add(due.project());
        senders.execute(() -> {
            try {
                dispatcher.send(due);
            } catch (RuntimeException failed) {
                warn("How " + due + " went could not be written: it is sent again.", failed);
            } finally {
                busy.remove(due.project());
                free.release();
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
