package dev.wavetrain.model;

import dev.wavetrain.sequence.Scale;
import dev.wavetrain.sequence.Scales;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a model's file says about itself, as lines {@code key=value}: enough to read the numbers
 * without asking DL4J, whose JSON names classes to load.
 *
 * @param stateValues length of the optimiser's state; -1 where none was saved
 */
record ModelDescription(
        Network network,
        SavedLoss loss,
        SavedOptimizer optimizer,
        int updates,
        int stateValues,
        Scales scales) {

    private static final String FORMAT = "1";

    /** As the first, with scales: whoever does not know them would forecast wrongly. */
    private static final String SCALED = "2";

    ModelDescription {
        long expected = (long) optimizer.stateVectors() * network.parameterCount();
        if (stateValues != -1 && stateValues != expected) {
            throw new IllegalArgumentException(
                    "%d values of optimiser state, not %d".formatted(stateValues, expected));
        }
    }

    int parameterCount() {
        return network.parameterCount();
    }

    static ModelDescription of(SavedModel model) {
        float[] state = model.optimizerState();
        return new ModelDescription(
                model.network(),
                model.loss(),
                model.optimizer(),
                model.updates(),
                state == null ? -1 : state.length,
                model.scales());
    }

    byte[] toBytes() {
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("format", scales.isNone() ? FORMAT : SCALED);
        lines.put("cell", network.cell());
        lines.put(
                "units",
                network.units().stream().map(String::valueOf).collect(Collectors.joining(",")));
        lines.put("inputs", network.inputs());
        lines.put("decoderInputs", network.decoderInputs());
        lines.put("outputs", network.outputs());
        lines.put("head", network.head());
        lines.put("window", network.window());
        lines.put("loss", loss);
        lines.put("optimizer", optimizer.kind());
        lines.put("learningRate", optimizer.learningRate());
        lines.put("first", optimizer.first());
        lines.put("second", optimizer.second());
        lines.put("epsilon", optimizer.epsilon());
        lines.put("updates", updates);
        lines.put("stateValues", stateValues);
        if (!scales.isNone()) {
            lines.put("inputOffset", scales.input().offset());
            lines.put("inputSize", scales.input().size());
            lines.put("targetOffset", scales.target().offset());
            lines.put("targetSize", scales.target().size());
        }
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalArgumentException where a value is missing or impossible
     */
    static ModelDescription parse(byte[] bytes) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        String format = text(lines, "format");
        if (!format.equals(FORMAT) && !format.equals(SCALED)) {
            throw new IllegalArgumentException("unknown format " + format);
        }
        return new ModelDescription(
                network(lines),
                SavedLoss.valueOf(text(lines, "loss")),
                new SavedOptimizer(
                        SavedOptimizer.Kind.valueOf(text(lines, "optimizer")),
                        decimal(lines, "learningRate"),
                        decimal(lines, "first"),
                        decimal(lines, "second"),
                        decimal(lines, "epsilon")),
                number(lines, "updates"),
                number(lines, "stateValues"),
                format.equals(SCALED) ? scales(lines) : Scales.NONE);
    }

    private static Scales scales(Properties lines) {
        return new Scales(
                new Scale(decimal(lines, "inputOffset"), decimal(lines, "inputSize")),
                new Scale(decimal(lines, "targetOffset"), decimal(lines, "targetSize")));
    }

    private static Network network(Properties lines) {
        Cell cell = Cell.valueOf(text(lines, "cell"));
        List<Integer> units =
                Arrays.stream(text(lines, "units").split(",")).map(Integer::valueOf).toList();
        return new Network(
                cell,
                new NetworkDefinition(cell, units, BiasInit.ZEROS).units(),
                number(lines, "inputs"),
                number(lines, "decoderInputs"),
                number(lines, "outputs"),
                Head.valueOf(text(lines, "head")),
                number(lines, "window"));
    }

    private static String text(Properties lines, String key) {
        String text = lines.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return text;
    }

    private static int number(Properties lines, String key) {
        return Integer.parseInt(text(lines, key));
    }

    private static double decimal(Properties lines, String key) {
        return Double.parseDouble(text(lines, key));
    }
}
