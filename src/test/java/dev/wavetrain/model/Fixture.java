package dev.wavetrain.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One golden case: weights, inputs, and what comes of them in double precision. Arrays are (B, T,
 * F); their blocks are found by the names of this project's layout.
 */
public record Fixture(JsonNode json) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    public static final List<String> NAMES =
            List.of(
                    "gru_encdec",
                    "gru_last",
                    "gru_last_d2",
                    "gru_seq",
                    "gru_seq_d2",
                    "lstm_encdec",
                    "lstm_encdec_d2",
                    "lstm_last",
                    "lstm_seq",
                    "lstm_seq_d2",
                    "simplernn_encdec",
                    "simplernn_encdec_d2",
                    "simplernn_last",
                    "simplernn_last_d2",
                    "simplernn_seq");

    public static Fixture of(String name) {
        return new Fixture(json("/fixtures/" + name + ".json"));
    }

    public static Stream<String> names() {
        return NAMES.stream();
    }

    public static JsonNode json(String resource) {
        try (InputStream in = Fixture.class.getResourceAsStream(resource)) {
            return MAPPER.readTree(Objects.requireNonNull(in, resource));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Network network() {
        Cell cell =
                switch (json.get("cell").asString()) {
                    case "simplernn" -> Cell.SIMPLE_RNN;
                    case "lstm" -> Cell.LSTM;
                    default -> Cell.GRU;
                };
        Head head =
                switch (json.get("form").asString()) {
                    case "seq" -> Head.SEQUENCE;
                    case "last" -> Head.LAST;
                    default -> Head.ENCODER_DECODER;
                };
        int outputs = json.get("out_dim").asInt();
        return new Network(
                cell,
                List.of(json.get("units").asInt()),
                json.get("in_dim").asInt(),
                head == Head.ENCODER_DECODER ? outputs : 0,
                outputs,
                head,
                json.get("window").asInt());
    }

    public int batch() {
        return json.get("batch").asInt();
    }

    public float[] inputs() {
        JsonNode inputs = json.get("inputs");
        return floats(inputs.has("x") ? inputs.get("x") : inputs.get("enc_x"));
    }

    public float[] decoderInputs() {
        JsonNode node = json.get("inputs").get("dec_x");
        return node == null ? null : floats(node);
    }

    /** Parameters, or gradients by them, as one flat array. */
    public float[] flat(JsonNode layers) {
        Network network = network();
        float[] flat = new float[network.parameterCount()];
        for (Block block : network.blocks()) {
            String[] name = block.name().split("/");
            String layer =
                    switch (name[0]) {
                        case "rnn1" -> "rnn";
                        case "encoder1" -> "enc";
                        case "decoder1" -> "dec";
                        default -> "dense";
                    };
            float[] values = floats(layers.get(layer).get(name[1]));
            System.arraycopy(values, 0, flat, block.offset(), block.size());
        }
        return flat;
    }

    /** A nested array of any depth, flattened. */
    public static float[] floats(JsonNode node) {
        List<Float> values = new ArrayList<>();
        collect(node, values);
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }

    private static void collect(JsonNode node, List<Float> values) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, values));
        } else {
            values.add((float) node.asDouble());
        }
    }
}
