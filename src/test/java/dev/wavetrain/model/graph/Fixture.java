package dev.wavetrain.model.graph;

import dev.wavetrain.model.Block;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exact weights, outputs, gradients and steps of a small net, computed in double as Keras does. */
record Fixture(String name, JsonNode json) {

    static final List<String> NAMES =
            List.of(
                    "simplernn_seq",
                    "simplernn_last",
                    "simplernn_last_d2",
                    "simplernn_encdec",
                    "simplernn_encdec_d2",
                    "lstm_seq",
                    "lstm_seq_d2",
                    "lstm_last",
                    "lstm_encdec",
                    "lstm_encdec_d2",
                    "gru_seq",
                    "gru_seq_d2",
                    "gru_last",
                    "gru_last_d2",
                    "gru_encdec");

    static Stream<Fixture> all() {
        return NAMES.stream().map(Fixture::named);
    }

    static Fixture named(String name) {
        try (InputStream in = Fixture.class.getResourceAsStream("/fixtures/" + name + ".json")) {
            return new Fixture(name, JsonMapper.shared().readTree(in));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    Network network() {
        Head head =
                switch (json.get("form").asString()) {
                    case "seq" -> Head.SEQUENCE;
                    case "last" -> Head.LAST;
                    default -> Head.ENCODER_DECODER;
                };
        Cell cell =
                switch (json.get("cell").asString()) {
                    case "simplernn" -> Cell.SIMPLE_RNN;
                    case "lstm" -> Cell.LSTM;
                    default -> Cell.GRU;
                };
        boolean decoder = head == Head.ENCODER_DECODER;
        return new Network(
                cell,
                List.of(json.get("units").asInt()),
                json.get("in_dim").asInt(),
                decoder ? json.at("/inputs/dec_x/0/0").size() : 0,
                json.get("out_dim").asInt(),
                head,
                json.get("window").asInt());
    }

    int batch() {
        return json.get("batch").asInt();
    }

    /** A whole set of weights or gradients, laid out as the network says. */
    float[] parameters(JsonNode set) {
        Network network = network();
        float[] flat = new float[network.parameterCount()];
        for (Block block : network.blocks()) {
            String[] path = block.name().split("/");
            String layer =
                    switch (path[0]) {
                        case "rnn1" -> "rnn";
                        case "encoder1" -> "enc";
                        case "decoder1" -> "dec";
                        default -> path[0];
                    };
            float[] values = flat(set.get(layer).get(path[1]));
            System.arraycopy(values, 0, flat, block.offset(), block.size());
        }
        return flat;
    }

    float[] weights() {
        return parameters(json.get("weights_init"));
    }

    /** The net before its first step. */
    SavedModel model(SavedOptimizer optimizer) {
        float[] noState = new float[optimizer.stateVectors() * network().parameterCount()];
        return new SavedModel(network(), weights(), SavedLoss.MSE, optimizer, 0, noState);
    }

    MultiDataSet data() {
        INDArray[] inputs =
                network().hasDecoder()
                        ? new INDArray[] {array("/inputs/enc_x"), array("/inputs/dec_x")}
                        : new INDArray[] {array("/inputs/x")};
        return new org.nd4j.linalg.dataset.MultiDataSet(inputs, new INDArray[] {array("/targets")});
    }

    /** As DL4J has it: (B, T, F) becomes (B, F, T). */
    INDArray array(String path) {
        JsonNode values = json.at(path);
        int rows = values.size();
        if (!values.get(0).get(0).isArray()) {
            return Nd4j.createFromArray(flat(values)).reshape(rows, -1);
        }
        int steps = values.get(0).size();
        return Nd4j.createFromArray(flat(values)).reshape(rows, steps, -1).permute(0, 2, 1).dup();
    }

    static float[] flat(JsonNode node) {
        if (!node.isArray()) {
            return new float[] {(float) node.asDouble()};
        }
        float[] all = new float[0];
        for (JsonNode child : node) {
            float[] more = flat(child);
            float[] both = java.util.Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, both, all.length, more.length);
            all = both;
        }
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
