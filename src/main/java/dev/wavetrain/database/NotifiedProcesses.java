package dev.wavetrain.database;

import dev.wavetrain.common.DatabaseHealth;
import dev.wavetrain.common.OtherProcesses;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * PostgreSQL's {@code LISTEN} and {@code NOTIFY}, on one channel: each message names the process
 * that sends it, the topic, and then has the text.
 */
final class NotifiedProcesses implements OtherProcesses, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NotifiedProcesses.class);

    private final String self = UUID.randomUUID().toString();
    private final Map<String, List<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final Outbox outbox = new Outbox();
    private final NotifyThread teller;
    private final ListenThread listener;
    private volatile boolean running;

    /**
     * @param database for what is told
     * @param own opens the connection for what is heard
     * @param health told by that connection
     */
    NotifiedProcesses(DataSource database, ListenThread.Connecting own, DatabaseHealth health) {
        teller = new NotifyThread(database, outbox);
        listener = new ListenThread(own, this::heard, health);
    }

    @Override
    public boolean possible() {
        return true;
    }

    @Override
    public void tell(String topic, String key, String text) {
        outbox.put(topic + " " + key, self + " " + topic + " " + text);
    }

    @Override
    public void hear(String topic, Consumer<String> to) {
        listeners.computeIfAbsent(topic, _ -> new CopyOnWriteArrayList<>()).add(to);
    }

    void heard(String message) {
        String[] parts = message.split(" ", 3);
        if (parts.length < 3 || parts[0].equals(self)) {
            return;
        }
        for (Consumer<String> to : listeners.getOrDefault(parts[1], List.of())) {
            try {
                to.accept(parts[2]);
            } catch (RuntimeException failed) {
                LOG.warn("What another process told was not understood: {}", message, failed);
            }
        }
    }

    @Override
    public void start() {
        running = true;
        teller.start();
        listener.start();
    }

    @Override
    public void stop() {
        running = false;
        teller.end();
        listener.end();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** There before anything is told, and until all has been. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    /** A pause would end the threads, which cannot start twice. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
