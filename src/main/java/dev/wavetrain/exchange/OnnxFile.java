package dev.wavetrain.exchange;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import dev.wavetrain.model.DenseLayer;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.RecurrentLayer;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.sequence.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * A model as ONNX, of standard operators alone: {@code RNN}, {@code LSTM} or {@code GRU} and {@code
 * MatMul} or {@code Gemm}. Batches come first, as in Keras; batch and steps are any number.
 *
 * <pre>
 * input (B, T, F) [, decoder_input (B, S, D)]  ->  output (B, T, O), (B, O) of the last step,
 *                                                  or (B, S, O) of a decoder
 * </pre>
 *
 * <p>All are in the data's own units: scales are part of the graph. The first input of a decoder is
 * what stands for 0 in its units, {@code decoder_start} in the file's metadata.
 *
 * @see <a href="https://onnx.ai/onnx/operators/">the operators</a>
 */
public final class OnnxFile {

    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 17;

    private static final String INPUT = "input";
    private static final String DECODER_INPUT = "decoder_input";
    private static final String OUTPUT = "output";

    private final OnnxGraph graph = new OnnxGraph();
    private final SavedModel model;
    private final Network network;

    private OnnxFile(SavedModel model) {
        this.model = model;
        this.network = model.network();
    }

    /** The file's bytes; the same model gives the same. */
    public static byte[] write(SavedModel model) {
        return new OnnxFile(model).file().toByteArray();
    }

    private ModelProto file() {
        ModelProto.Builder file =
                ModelProto.newBuilder()
                        .setIrVersion(IR_VERSION)
                        .setProducerName("Wavetrain")
                        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATORS))
                        .setGraph(graph());
        file.addMetadataProps(property("window", String.valueOf(network.window())));
        if (network.hasDecoder()) {
            double start = model.scales().target().offset();
            file.addMetadataProps(property("decoder_start", String.valueOf(start)));
        }
        return file.build();
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private GraphProto graph() {
        graph.input(INPUT, "batch", "steps", network.inputs());
        List<OnnxGraph.States> states = new ArrayList<>();
        String top = stack(timeMajor(INPUT, model.scales().input()), network.layers(), states);
        if (network.hasDecoder()) {
            graph.input(DECODER_INPUT, "batch", "decoder_steps", network.decoderInputs());
            List<OnnxGraph.States> from = List.copyOf(states);
            states.clear();
            String below = timeMajor(DECODER_INPUT, model.scales().target());
            for (int k = 0; k < network.decoderLayers().size(); k++) {
                below = layer(network.decoderLayers().get(k), below, from.get(k), states);
            }
            top = below;
        }
        dense(top, states.getLast());
        return graph.build("wavetrain");
    }

    /** (B, T, F) in the data's units to (T, B, F) in the net's. */
    private String timeMajor(String input, Scale scale) {
        String scaled = input;
        if (!scale.isNone()) {
            String offset = graph.constant(input + "_offset", scale.offset());
            String size = graph.constant(input + "_size", scale.size());
            String moved = graph.node("Sub", input + "_moved", input, offset);
            scaled = graph.node("Div", input + "_scaled", moved, size);
        }
        return graph.transpose(scaled, input + "_by_steps");
    }

    private String stack(String input, List<RecurrentLayer> layers, List<OnnxGraph.States> states) {
        String below = input;
        for (RecurrentLayer layer : layers) {
            below = layer(layer, below, OnnxGraph.States.ZERO, states);
        }
        return below;
    }

    private String layer(
            RecurrentLayer layer,
            String below,
            OnnxGraph.States from,
            List<OnnxGraph.States> states) {
        OnnxWeights weights = new OnnxWeights(layer, model.parameters());
        String name = layer.name();
        long gates = layer.cell().gates();
        long columns = gates * layer.units();
        graph.tensor(name + "_W", weights.kernel(), 1, columns, layer.inputs());
        graph.tensor(name + "_R", weights.recurrentKernel(), 1, columns, layer.units());
        graph.tensor(name + "_B", weights.biases(), 1, 2 * columns);
        OnnxGraph.States own = graph.recurrent(layer, below, from);
        states.add(own);
        return graph.squeeze(name + "_Y", name + "_out", 1);
    }

    private void dense(String top, OnnxGraph.States states) {
        DenseLayer dense = network.dense();
        float[] parameters = model.parameters();
        graph.tensor(
                "dense_kernel",
                OnnxWeights.of(parameters, dense.kernel()),
                dense.inputs(),
                dense.outputs());
        graph.tensor("dense_bias", OnnxWeights.of(parameters, dense.bias()), dense.outputs());
        Scale scale = model.scales().target();
        String result = scale.isNone() ? OUTPUT : "unscaled";
        if (network.head() == Head.LAST) {
            String last = graph.squeeze(states.hidden(), "last", 0);
            graph.node("Gemm", result, last, "dense_kernel", "dense_bias");
            graph.output(OUTPUT, "batch", null, network.outputs());
        } else {
            String product = graph.node("MatMul", "product", top, "dense_kernel");
            String sum = graph.node("Add", "sum", product, "dense_bias");
            graph.transpose(sum, result);
            String steps = network.hasDecoder() ? "decoder_steps" : "steps";
            graph.output(OUTPUT, "batch", steps, network.outputs());
        }
        if (!scale.isNone()) {
            String size = graph.constant("output_size", scale.size());
            String offset = graph.constant("output_offset", scale.offset());
            String sized = graph.node("Mul", "sized", result, size);
            graph.node("Add", OUTPUT, sized, offset);
        }
    }
}
