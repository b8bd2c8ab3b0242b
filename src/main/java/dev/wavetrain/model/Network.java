package dev.wavetrain.model;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sequence.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The shape of a network and the layout of its parameters in one flat {@code float[]}: layer by
 * layer (encoder before decoder, the layer nearest the input first, the dense layer last), each as
 * recurrent kernel, kernel, bias, row-major, gates in Keras's order.
 *
 * @param units H of each stacked layer, the first nearest the input
 * @param inputs F, features of the input
 * @param decoderInputs features of the decoder's input; 0 without a decoder
 * @param outputs O, features of the output
 * @param window T, steps of a window
 */
public record Network(
        Cell cell,
        List<Integer> units,
        int inputs,
        int decoderInputs,
        int outputs,
        Head head,
        int window) {

    /** 200 MB of parameters; with gradient and optimiser state four times that. */
    public static final int MOST_PARAMETERS = 50_000_000;

    public Network {
        units = List.copyOf(units);
        if (units.isEmpty() || inputs < 1 || outputs < 1 || window < 1) {
            throw new IllegalArgumentException(
                    "empty network: units %s, inputs %d, outputs %d, window %d"
                            .formatted(units, inputs, outputs, window));
        }
        if ((head == Head.ENCODER_DECODER) != (decoderInputs > 0)) {
            throw new IllegalArgumentException(
                    "%s with %d decoder inputs".formatted(head, decoderInputs));
        }
        long parameters = ParameterLayout.count(cell, units, inputs, decoderInputs, outputs);
        if (parameters > MOST_PARAMETERS) {
            throw new InvalidValue(
                    new FieldError(
                            "network.units",
                            Rule.TOO_LARGE,
                            Reason.PARAMETERS.of(parameters),
                            MOST_PARAMETERS));
        }
    }

    /** The network of a definition: one feature in, one out. */
    public static Network of(NetworkDefinition definition, Task task, int window) {
        Head head = Head.of(task);
        return new Network(
                definition.cell(),
                definition.units(),
                1,
                head == Head.ENCODER_DECODER ? 1 : 0,
                1,
                head,
                window);
    }

    /** Whether an encoder hands its state to a decoder. */
    public boolean hasDecoder() {
        return head == Head.ENCODER_DECODER;
    }

    /** Steps of the output: the window, or 1 for {@link Head#LAST}. */
    public int targetSteps() {
        return head == Head.LAST ? 1 : window;
    }

    /** The stacked layers that read the input: the encoder where there is a decoder. */
    public List<RecurrentLayer> layers() {
        return layout().layers();
    }

    /** The stacked layers of the decoder; empty without one. */
    public List<RecurrentLayer> decoderLayers() {
        return layout().decoderLayers();
    }

    /** The output layer. */
    public DenseLayer dense() {
        return layout().dense();
    }

    /** Every matrix, in the order of the flat array, without gaps. */
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        ParameterLayout layout = layout();
        for (List<RecurrentLayer> stack : List.of(layout.layers(), layout.decoderLayers())) {
            for (RecurrentLayer layer : stack) {
                blocks.addAll(List.of(layer.recurrentKernel(), layer.kernel(), layer.bias()));
            }
        }
        blocks.add(layout.dense().kernel());
        blocks.add(layout.dense().bias());
        return blocks;
    }

    /** Length of the flat array. */
    public int parameterCount() {
        return layout().dense().bias().end();
    }

    /** Layers, shapes and counts as Keras shows them. */
    public ModelSummary summary() {
        return layout().summary(this);
    }

    /**
     * Parameters as Keras starts them: glorot-uniform kernels, orthogonal recurrent kernels, biases
     * as asked, forget gate of an LSTM 1. The same seed gives the same bits.
     */
    public float[] initialise(long seed, BiasInit biasInit) {
        return initialise(seed, biasInit, () -> false);
    }

    /**
     * As {@link #initialise(long, BiasInit)}, which takes minutes where there are thousands of
     * units.
     *
     * @param stop asked several times a second; once it says so, what comes back is of no use
     */
    public float[] initialise(long seed, BiasInit biasInit, BooleanSupplier stop) {
        return new Initialisation(this, seed, biasInit, stop).parameters();
    }

    private ParameterLayout layout() {
        return ParameterLayout.of(this);
    }
}
