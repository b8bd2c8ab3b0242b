package dev.wavetrain.model;

import dev.wavetrain.model.graph.GraphBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * DL4J's JSON of a network's graph. It takes DL4J tens of milliseconds and never changes within a
 * run but for the count of updates, so it is kept.
 */
final class ConfigurationJson {

    /** More kinds of network than a server saves at once; beyond it, start over. */
    private static final int MOST_KEPT = 256;

    /** The line of the graph itself; each layer has one too, deeper in. */
    private static final String UPDATES = "\n  \"iterationCount\" : ";

    private static final Map<Key, String> KEPT = new ConcurrentHashMap<>();

    private ConfigurationJson() {}

    private record Key(Network network, SavedLoss loss, SavedOptimizer optimizer) {}

    static byte[] of(SavedModel model) {
        Key key = new Key(model.network(), model.loss(), model.optimizer());
        String json = KEPT.get(key);
        if (json == null) {
            json = GraphBuilder.configuration(key.network, key.loss, key.optimizer).toJson();
            if (KEPT.size() >= MOST_KEPT) {
                KEPT.clear();
            }
            KEPT.put(key, json);
        }
        return json.replace(UPDATES + "0,", UPDATES + model.updates() + ",")
                .getBytes(StandardCharsets.UTF_8);
    }
}
