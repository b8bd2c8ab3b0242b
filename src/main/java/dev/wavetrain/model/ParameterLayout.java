package dev.wavetrain.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Places the matrices of a network one after the other. */
record ParameterLayout(
        List<RecurrentLayer> layers, List<RecurrentLayer> decoderLayers, DenseLayer dense) {

    static ParameterLayout of(Network network) {
        Cursor cursor = new Cursor();
        List<RecurrentLayer> layers =
                cursor.stack(network, network.hasDecoder() ? "encoder" : "rnn", network.inputs());
        List<RecurrentLayer> decoder =
                network.hasDecoder()
                        ? cursor.stack(network, "decoder", network.decoderInputs())
                        : List.of();
        int last = network.units().getLast();
        DenseLayer dense =
                new DenseLayer(
                        "dense",
                        last,
                        network.outputs(),
                        cursor.block("dense/kernel", last, network.outputs()),
                        cursor.block("dense/bias", 1, network.outputs()));
        return new ParameterLayout(layers, List.copyOf(decoder), dense);
    }

    /** In long arithmetic, so that absurd sizes can be refused. */
    static long count(Cell cell, List<Integer> units, int inputs, int decoderInputs, int outputs) {
        long total = (units.getLast() + 1L) * outputs;
        int[] stacks = decoderInputs > 0 ? new int[] {inputs, decoderInputs} : new int[] {inputs};
        for (int features : stacks) {
            long from = features;
            for (int h : units) {
                total += (long) cell.gates() * h * (from + h + cell.biases());
                from = h;
            }
        }
        return total;
    }

    ModelSummary summary(Network network) {
        List<ModelSummary.Layer> rows = new ArrayList<>();
        boolean allSteps = network.head() == Head.SEQUENCE;
        addStack(rows, layers, network.window(), allSteps);
        addStack(rows, decoderLayers, network.window(), true);
        rows.add(
                new ModelSummary.Layer(
                        "dense",
                        "Dense",
                        network.head() == Head.LAST
                                ? shape(network.outputs())
                                : shape(network.window(), network.outputs()),
                        dense.parameters()));
        return new ModelSummary(rows, network.parameterCount());
    }

    private static void addStack(
            List<ModelSummary.Layer> rows,
            List<RecurrentLayer> stack,
            int window,
            boolean allSteps) {
        for (int k = 0; k < stack.size(); k++) {
            RecurrentLayer layer = stack.get(k);
            boolean sequence = allSteps || k < stack.size() - 1;
            rows.add(
                    new ModelSummary.Layer(
                            layer.name(),
                            layer.cell().kerasName(),
                            sequence ? shape(window, layer.units()) : shape(layer.units()),
                            layer.parameters()));
        }
    }

    private static List<@Nullable Integer> shape(int... sizes) {
        List<@Nullable Integer> shape = new ArrayList<>();
        shape.add(null);
        Arrays.stream(sizes).forEach(shape::add);
        return shape;
    }

    private static final class Cursor {
        private int offset;

        Block block(String name, int rows, int columns) {
            Block block = new Block(name, offset, rows, columns);
            offset = block.end();
            return block;
        }

        List<RecurrentLayer> stack(Network network, String prefix, int features) {
            Cell cell = network.cell();
            List<RecurrentLayer> stack = new ArrayList<>();
            int from = features;
            for (int h : network.units()) {
                String name = prefix + (stack.size() + 1);
                int columns = cell.gates() * h;
                // Kernel and bias side by side form one matrix: one product serves both.
                Block recurrent = block(name + "/recurrent_kernel", h, columns);
                Block kernel = block(name + "/kernel", from, columns);
                Block bias = block(name + "/bias", cell.biases(), columns);
                stack.add(new RecurrentLayer(name, cell, from, h, recurrent, kernel, bias));
                from = h;
            }
            return List.copyOf(stack);
        }
    }
}
