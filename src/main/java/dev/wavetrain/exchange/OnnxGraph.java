package dev.wavetrain.exchange;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.RecurrentLayer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A graph of ONNX in the making: nodes and values, by their names. */
final class OnnxGraph {

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();
    private static final int INT64 = TensorProto.DataType.INT64.getNumber();

    private final GraphProto.Builder graph = GraphProto.newBuilder();

    /** Names of a layer's last states (1, B, H); empty for zero, and for a cell state not had. */
    record States(String hidden, String cell) {
        static final States ZERO = new States("", "");
    }

    GraphProto build(String name) {
        return graph.setName(name).build();
    }

    /** (batch, steps, features). */
    void input(String name, String batch, String steps, int features) {
        graph.addInput(value(name, batch, steps, features));
    }

    /**
     * @param steps null where it has none
     */
    void output(String name, String batch, @Nullable String steps, int features) {
        graph.addOutput(value(name, batch, steps, features));
    }

    private static ValueInfoProto value(
            String name, String batch, @Nullable String steps, int features) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(batch));
        if (steps != null) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimParam(steps));
        }
        shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(features));
        TypeProto.Tensor tensor =
                TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape).build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }

    /** Values that never change. */
    void tensor(String name, float[] values, long... shape) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(FLOAT)
                        .addAllDims(Arrays.stream(shape).boxed().toList())
                        .setRawData(ByteString.copyFrom(bytes.array())));
    }

    String constant(String name, double value) {
        tensor(name, new float[] {(float) value});
        return name;
    }

    /**
     * @return the name of its output
     */
    String node(String type, String output, String... inputs) {
        graph.addNode(plain(type, output, inputs));
        return output;
    }

    private static NodeProto.Builder plain(String type, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(type)
                .setName(output)
                .addAllInput(List.of(inputs))
                .addOutput(output);
    }

    /** The first two axes change places. */
    String transpose(String input, String output) {
        AttributeProto order =
                AttributeProto.newBuilder()
                        .setName("perm")
                        .setType(AttributeProto.AttributeType.INTS)
                        .addAllInts(List.of(1L, 0L, 2L))
                        .build();
        graph.addNode(plain("Transpose", output, input).addAttribute(order));
        return output;
    }

    /** An axis of length 1 goes. */
    String squeeze(String input, String output, long axis) {
        String axes = output + "_axis";
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName(axes)
                        .setDataType(INT64)
                        .addDims(1)
                        .addInt64Data(axis));
        return node("Squeeze", output, input, axes);
    }

    /** From (T, B, F) to NAME_Y (T, 1, B, H), with the weights NAME_W, NAME_R, NAME_B. */
    States recurrent(RecurrentLayer layer, String input, States from) {
        String name = layer.name();
        boolean cell = layer.cell().hasCellState();
        States own = new States(name + "_h", cell ? name + "_c" : "");
        NodeProto.Builder node =
                NodeProto.newBuilder()
                        .setOpType(type(layer.cell()))
                        .setName(name)
                        // The fifth is the lengths of sequences that differ: none.
                        .addAllInput(List.of(input, name + "_W", name + "_R", name + "_B", ""))
                        .addInput(from.hidden())
                        .addOutput(name + "_Y")
                        .addOutput(own.hidden())
                        .addAttribute(number("hidden_size", layer.units()));
        if (cell) {
            node.addInput(from.cell()).addOutput(own.cell());
        }
        if (layer.cell() == Cell.GRU) {
            node.addAttribute(number("linear_before_reset", 1));
        }
        graph.addNode(node);
        return own;
    }

    private static String type(Cell cell) {
        return cell == Cell.SIMPLE_RNN ? "RNN" : cell.name().toUpperCase(Locale.ROOT);
    }

    private static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }
}
