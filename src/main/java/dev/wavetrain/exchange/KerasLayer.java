package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.Cell;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One layer of a Keras model's configuration.
 *
 * @param saved its name in a {@code .keras} file
 * @param inputs what it reads, in order; nothing in a Sequential model
 */
record KerasLayer(Type type, String name, String saved, JsonNode config, List<Tensor> inputs) {

    private static final int DEEPEST = 16;

    /** Layers that are known, with their names in a {@code .keras} file. */
    enum Type {
        INPUT("InputLayer", "input_layer", null),
        SIMPLE_RNN("SimpleRNN", "simple_rnn", Cell.SIMPLE_RNN),
        LSTM("LSTM", "lstm", Cell.LSTM),
        GRU("GRU", "gru", Cell.GRU),
        DENSE("Dense", "dense", null),
        TIME_DISTRIBUTED("TimeDistributed", "time_distributed", null),
        /** It does nothing but while a net is trained. */
        DROPOUT("Dropout", "dropout", null);

        private final String kerasName;
        private final String saved;
        private final @org.jspecify.annotations.Nullable Cell cell;

        Type(String kerasName, String saved, @org.jspecify.annotations.Nullable Cell cell) {
            this.kerasName = kerasName;
            this.saved = saved;
            this.cell = cell;
        }
    }

    /** An output of a layer: 0 for what it gives, 1 and 2 for its states. */
    record Tensor(String layer, int index) {}

    /**
     * @param before how many of its type came before it
     */
    static KerasLayer of(JsonNode json, int before) {
        Type type = type(json);
        String name = json.path("config").path("name").asString(json.path("name").asString(""));
        JsonNode nodes = json.path("inbound_nodes");
        if (nodes.size() > 1) {
            throw new BadModelFile(Reason.STRUCTURE, name);
        }
        List<Tensor> inputs = new ArrayList<>();
        tensors(nodes, inputs, 0);
        return new KerasLayer(
                type,
                name,
                before == 0 ? type.saved : type.saved + "_" + before,
                json.path("config"),
                inputs);
    }

    static Type type(JsonNode json) {
        String named = json.path("class_name").asString("");
        JsonNode registered = json.path("registered_name");
        String module = json.path("module").asString("keras");
        boolean theirs = module.equals("keras") || module.startsWith("keras.");
        if (theirs && (registered.isNull() || registered.isMissingNode())) {
            for (Type type : Type.values()) {
                if (type.kerasName.equals(named)) {
                    return type;
                }
            }
        }
        throw new BadModelFile(Reason.LAYER, named, json.path("config").path("name").asString(""));
    }

    /**
     * Keras 3 names a tensor as {@code {"class_name": "__keras_tensor__", "config":
     * {"keras_history": [layer, 0, index]}}}, Keras 2 as {@code [layer, 0, index, {}]}.
     */
    private static void tensors(JsonNode node, List<Tensor> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        JsonNode history =
                node.path("class_name").asString("").equals("__keras_tensor__")
                        ? node.path("config").path("keras_history")
                        : node;
        if (history.path(0).isString() && history.path(1).isInt() && history.path(2).isInt()) {
            found.add(new Tensor(history.path(0).asString(), history.path(2).intValue()));
            return;
        }
        for (JsonNode child : node) {
            tensors(child, found, depth + 1);
        }
    }

    boolean isRecurrent() {
        return type.cell != null;
    }

    Cell cell() {
        if (type.cell == null) {
            throw new IllegalStateException(name + " has no cell");
        }
        return type.cell;
    }

    int units() {
        return Assembly.units(Config.number(config.path("units")), name);
    }

    boolean is(String setting) {
        return config.path(setting).asBoolean(false);
    }

    boolean hasBias() {
        return config.path("use_bias").asBoolean(true);
    }

    /** The dense layer: itself, or what is applied to each step. */
    JsonNode denseConfig() {
        if (type != Type.TIME_DISTRIBUTED) {
            return config;
        }
        JsonNode inner = config.path("layer");
        if (type(inner) != Type.DENSE) {
            throw new BadModelFile(Reason.LAYER, inner.path("class_name").asString(""), name);
        }
        return inner.path("config");
    }

    /** That it computes what the kernels here do. */
    void requireUsualCell() {
        require("activation", "tanh");
        if (type != Type.SIMPLE_RNN) {
            require("recurrent_activation", "sigmoid");
        }
        requireNot("go_backwards");
        requireNot("time_major");
        if (type == Type.GRU && !config.path("reset_after").asBoolean(false)) {
            throw new BadModelFile(Reason.SETTING, "reset_after", "False", name);
        }
    }

    private void require(String setting, String wanted) {
        JsonNode found = config.path(setting);
        if (!found.asString("").equals(wanted)) {
            throw new BadModelFile(Reason.SETTING, setting, Config.said(found), name);
        }
    }

    private void requireNot(String setting) {
        if (is(setting)) {
            throw new BadModelFile(Reason.SETTING, setting, "True", name);
        }
    }
}
