package dev.wavetrain.database;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages that wait to be sent, one a key: a newer one takes the place of an older one. */
final class Outbox {

    private final Map<String, String> waiting = new LinkedHashMap<>();

    synchronized void put(String key, String message) {
        waiting.put(key, message);
        notifyAll();
    }

    /** All there are, once there is one. */
    synchronized List<String> take() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        List<String> taken = List.copyOf(waiting.values());
        waiting.clear();
        return taken;
    }
}
