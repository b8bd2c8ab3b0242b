package dev.wavetrain.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.model.graph.GraphBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.evaluation.regression.RegressionEvaluation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Graphs stay open, being small: each that is closed asks for a collection of all that the tests of
 * this process keep.
 */
@Execution(ExecutionMode.CONCURRENT)
class ModelFileTest {

    static final SavedOptimizer ADAM = SavedOptimizer.adam(0.001, 0.9, 0.999, 1e-7);

    static Stream<SavedModel> models() {
        return Stream.of(
                model(Cell.SIMPLE_RNN, Head.SEQUENCE, SavedLoss.MSE, SavedOptimizer.sgd(0.01, 0)),
                model(Cell.LSTM, Head.LAST, SavedLoss.MAE, SavedOptimizer.sgd(0.01, 0.9)),
                model(Cell.LSTM, Head.SEQUENCE, SavedLoss.HUBER, ADAM),
                model(
                        Cell.GRU,
                        Head.LAST,
                        SavedLoss.CATEGORICAL_CROSSENTROPY,
                        SavedOptimizer.rmsProp(0.001, 0.9, 1e-7)),
                model(Cell.SIMPLE_RNN, Head.ENCODER_DECODER, SavedLoss.MSE, ADAM),
                model(Cell.LSTM, Head.ENCODER_DECODER, SavedLoss.MSE, ADAM),
                model(Cell.GRU, Head.ENCODER_DECODER, SavedLoss.MSE, ADAM));
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_is_read_is_what_was_written_to_the_last_bit(SavedModel model) throws Exception {
        SavedModel read = ModelFile.read(ModelFile.write(model));

        assertThat(read).usingRecursiveComparison().isEqualTo(model);
    }

    @Test
    void a_model_without_optimiser_state_is_read_without() throws Exception {
        SavedModel model = model(Cell.LSTM, Head.LAST, SavedLoss.MSE, ADAM);
        SavedModel bare =
                new SavedModel(model.network(), model.parameters(), SavedLoss.MSE, ADAM, 7, null);

        assertThat(ModelFile.read(ModelFile.write(bare)).optimizerState()).isNull();
    }

    @ParameterizedTest
    @MethodSource("models")
    void the_same_model_gives_the_same_bytes(SavedModel model) {
        byte[] once = ModelFile.write(model);

        assertThat(ModelFile.write(model)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("models")
    void dl4j_opens_the_file_and_finds_the_graph_we_would_build(SavedModel model) throws Exception {
        ComputationGraph opened = open(ModelFile.write(model));
        ComputationGraph built = GraphBuilder.build(model);

        assertThat(opened.params().toFloatVector()).isEqualTo(built.params().toFloatVector());
        assertThat(GraphBuilder.parameters(model.network(), opened)).isEqualTo(model.parameters());
        assertThat(state(opened)).isEqualTo(state(built));
        assertThat(opened.getConfiguration()).isEqualTo(built.getConfiguration());
        assertThat(opened.getConfiguration().getIterationCount()).isEqualTo(model.updates());
    }

    @ParameterizedTest
    @EnumSource(
            value = Cell.class,
            names = {"SIMPLE_RNN", "LSTM"})
    void the_file_of_a_plain_net_names_no_class_of_ours(Cell cell) throws Exception {
        for (Head head : List.of(Head.SEQUENCE, Head.LAST)) {
            for (SavedLoss loss : List.of(SavedLoss.MSE, SavedLoss.MAE)) {
                byte[] file = ModelFile.write(model(cell, head, loss, ADAM));
                assertThat(entry(file, "configuration.json"))
                        .contains("org.deeplearning4j")
                        .doesNotContain("dev.wavetrain");
            }
        }
    }

    @Test
    void a_reopened_graph_is_evaluated_by_dl4j() throws Exception {
        SavedModel model = model(Cell.GRU, Head.SEQUENCE, SavedLoss.MSE, ADAM);
        ComputationGraph graph = open(ModelFile.write(model));
        INDArray input = Nd4j.rand(DataType.FLOAT, 3, 1, 6);
        INDArray output = graph.output(input)[0].dup();

        RegressionEvaluation evaluation =
                graph.evaluateRegression(
                        new org.deeplearning4j.datasets.iterator.utilty.ListDataSetIterator<>(
                                List.of(new DataSet(input, output.add(0.5))), 3));

        assertThat(evaluation.meanSquaredError(0))
                .isCloseTo(0.25, org.assertj.core.api.Assertions.within(1e-6));
    }

    @Test
    void arrays_are_written_as_nd4j_writes_them() throws Exception {
        float[] values = {1, -2.5f, Float.MIN_VALUE, Float.NaN};
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        Nd4j.write(Nd4j.createFromArray(values), new DataOutputStream(expected));

        assertThat(ArrayBytes.write(values)).isEqualTo(expected.toByteArray());
    }

    @Test
    void checksums_are_of_little_endian_floats() {
        // sha256 of 00 00 80 3f
        assertThat(Checksums.parameters(new float[] {1}))
                .isEqualTo("e00e5eb9444182f352323374ef4e08ebcb784725fdd4fd612d7730540b3e0c8c")
                .isEqualTo(Checksums.bytes(new byte[] {0, 0, (byte) 0x80, 0x3f}));
    }

    static SavedModel model(Cell cell, Head head, SavedLoss loss, SavedOptimizer optimizer) {
        int decoderInputs = head == Head.ENCODER_DECODER ? 1 : 0;
        Network network = new Network(cell, List.of(3, 2), 1, decoderInputs, 1, head, 6);
        Random random = new Random(5);
        int count = network.parameterCount();
        return new SavedModel(
                network,
                floats(random, count),
                loss,
                optimizer,
                42,
                floats(random, optimizer.stateVectors() * count));
    }

    private static float[] floats(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static ComputationGraph open(byte[] file) throws Exception {
        return ModelSerializer.restoreComputationGraph(new ByteArrayInputStream(file), true);
    }

    private static float[] state(ComputationGraph graph) {
        INDArray state = graph.getUpdater().getStateViewArray();
        return state == null ? new float[0] : state.toFloatVector();
    }

    private static String entry(byte[] file, String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            while (!zip.getNextEntry().getName().equals(name)) {}
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
