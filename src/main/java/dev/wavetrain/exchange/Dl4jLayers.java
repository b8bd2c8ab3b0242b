package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.exchange.Dl4jLayer.Kind;
import dev.wavetrain.model.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The layers of a {@code MultiLayerNetwork}, or of a {@code ComputationGraph} that is a chain, from
 * the input to the output.
 */
final class Dl4jLayers {

    /** More than any network here has, with what stands between its layers. */
    private static final int MOST = 64;

    private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";
    private static final String VERTICES = "org.deeplearning4j.nn.conf.graph.";
    private static final String BETWEEN = "org.deeplearning4j.nn.conf.preprocessor.";

    /** What stands between layers and changes no value: it only lays steps out otherwise. */
    private static final Set<String> LAYOUTS =
            Set.of(
                    BETWEEN + "RnnToFeedForwardPreProcessor",
                    BETWEEN + "FeedForwardToRnnPreProcessor");

    private Dl4jLayers() {}

    static List<Dl4jLayer> of(JsonNode json) {
        if (json.path("confs").isArray()) {
            for (Map.Entry<String, JsonNode> one : json.path("inputPreProcessors").properties()) {
                requireLayout(one.getValue(), "layer" + one.getKey());
            }
            return ofChain(json.path("confs"));
        }
        if (json.path("vertices").isObject()) {
            return ofGraph(json);
        }
        throw new BadModelFile(Reason.NOT_A_MODEL);
    }

    private static List<Dl4jLayer> ofChain(JsonNode confs) {
        requireFew(confs.size());
        List<Dl4jLayer> layers = new ArrayList<>();
        for (JsonNode conf : confs) {
            add(layers, conf.path("layer"), "layer" + layers.size());
        }
        return layers;
    }

    private static void requireFew(int count) {
        if (count > MOST) {
            throw new BadModelFile(Reason.TOO_MANY_LAYERS, count, MOST);
        }
    }

    private static List<Dl4jLayer> ofGraph(JsonNode json) {
        JsonNode vertices = json.path("vertices");
        requireFew(vertices.size());
        Map<String, String> after = new HashMap<>();
        for (Map.Entry<String, JsonNode> one : json.path("vertexInputs").properties()) {
            JsonNode inputs = one.getValue();
            boolean chained =
                    inputs.size() == 1
                            && after.put(inputs.path(0).asString(""), one.getKey()) == null;
            if (!chained) {
                throw new BadModelFile(Reason.STRUCTURE, one.getKey());
            }
        }
        List<Dl4jLayer> layers = new ArrayList<>();
        String input = json.path("networkInputs").path(0).asString("");
        int walked = 0;
        for (String name = after.get(input);
                name != null && walked <= MOST;
                name = after.get(name)) {
            vertex(layers, vertices.path(name), name);
            walked++;
        }
        if (walked != vertices.size()) {
            throw new BadModelFile(Reason.STRUCTURE, input);
        }
        return layers;
    }

    private static void vertex(List<Dl4jLayer> layers, JsonNode vertex, String name) {
        String type = vertex.path("@class").asString("");
        switch (type) {
            case VERTICES + "LayerVertex" -> {
                requireLayout(vertex.path("preProcessor"), name);
                add(layers, vertex.path("layerConf").path("layer"), name);
            }
            case VERTICES + "rnn.LastTimeStepVertex" ->
                    layers.add(new Dl4jLayer(Kind.LAST_STEP, Cell.SIMPLE_RNN, name, vertex));
            default -> throw new BadModelFile(Reason.LAYER, simple(type), name);
        }
    }

    /**
     * @param before what the layer's input goes through; nothing, mostly
     */
    private static void requireLayout(JsonNode before, String layer) {
        String type = before.path("@class").asString("");
        boolean none = before.isNull() || before.isMissingNode();
        if (!none && !LAYOUTS.contains(type)) {
            throw new BadModelFile(Reason.LAYER, simple(type), layer);
        }
    }

    private static void add(List<Dl4jLayer> layers, JsonNode layer, String usual) {
        String type = layer.path("@class").asString("");
        String name = layer.path("layerName").asString(usual);
        switch (type) {
            case LAYERS + "LSTM" ->
                    layers.add(new Dl4jLayer(Kind.RECURRENT, Cell.LSTM, name, layer));
            case LAYERS + "recurrent.SimpleRnn" ->
                    layers.add(new Dl4jLayer(Kind.RECURRENT, Cell.SIMPLE_RNN, name, layer));
            case LAYERS + "recurrent.LastTimeStep" -> wrapped(layers, layer, name);
            case LAYERS + "OutputLayer", LAYERS + "RnnOutputLayer", LAYERS + "DenseLayer" ->
                    layers.add(new Dl4jLayer(Kind.DENSE, Cell.SIMPLE_RNN, name, layer));
            case LAYERS + "LossLayer", LAYERS + "RnnLossLayer" ->
                    layers.add(new Dl4jLayer(Kind.LOSS, Cell.SIMPLE_RNN, name, layer));
            // It does nothing but while a net is trained.
            case LAYERS + "DropoutLayer" -> {}
            default -> throw new BadModelFile(Reason.LAYER, simple(type), name);
        }
    }

    private static void wrapped(List<Dl4jLayer> layers, JsonNode layer, String name) {
        List<Dl4jLayer> inside = new ArrayList<>();
        JsonNode underlying = layer.path("underlying");
        if (underlying.path("@class").asString("").endsWith("LastTimeStep")) {
            throw new BadModelFile(Reason.STRUCTURE, name);
        }
        add(inside, underlying, name);
        if (inside.size() != 1 || inside.getFirst().kind() != Kind.RECURRENT) {
            throw new BadModelFile(Reason.STRUCTURE, name);
        }
        Dl4jLayer one = inside.getFirst();
        layers.add(new Dl4jLayer(Kind.LAST_OF_RECURRENT, one.cell(), name, one.json()));
    }

    /** Without the package. */
    static String simple(String type) {
        return type.isEmpty() ? "?" : type.substring(type.lastIndexOf('.') + 1);
    }
}
