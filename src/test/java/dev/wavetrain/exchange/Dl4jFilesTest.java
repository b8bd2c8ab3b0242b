package dev.wavetrain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Files that stock DL4J wrote predict here what DL4J predicts. */
class Dl4jFilesTest {

    private static final int STEPS = 7;
    private static final float[] WAVE = wave();

    @Test
    void an_lstm_on_each_step_predicts_what_dl4j_predicts() {
        MultiLayerNetwork net = lstm();
        ReadModel read = ModelReader.read(saved(net), STEPS, 1 << 20);
        assertThat(read.format()).isEqualTo(ModelFormat.DL4J);
        assertThat(read.model().network())
                .isEqualTo(new Network(Cell.LSTM, List.of(4, 3), 1, 0, 1, Head.SEQUENCE, STEPS));
        assertThat(read.model().optimizer().learningRate()).isEqualTo(0.003);
        same(read, net.output(input()));
    }

    @Test
    void the_last_step_of_simple_layers_does_too() {
        MultiLayerNetwork net =
                new MultiLayerNetwork(
                        builder()
                                .list()
                                .layer(simple(1, 5))
                                .layer(new LastTimeStep(simple(5, 2)))
                                .layer(last(2))
                                .build());
        net.init();
        ReadModel read = ModelReader.read(saved(net), STEPS, 1 << 20);
        assertThat(read.model().network().head()).isEqualTo(Head.LAST);
        same(read, net.output(input()));
    }

    @Test
    void a_graph_that_is_a_chain_does_too() {
        ComputationGraph net =
                new ComputationGraph(
                        builder()
                                .graphBuilder()
                                .addInputs("in")
                                .addLayer("rnn", lstm(1, 3), "in")
                                .addVertex("last", new LastTimeStepVertex("in"), "rnn")
                                .addLayer("out", last(3), "last")
                                .setOutputs("out")
                                .build());
        net.init();
        same(ModelReader.read(saved(net), STEPS, 1 << 20), net.outputSingle(input()));
    }

    @Test
    void what_cannot_be_computed_here_is_refused_by_its_name() {
        byte[] file = saved(lstm());
        refused(
                configured(file, "ActivationTanH", "ActivationSigmoid"),
                Reason.SETTING,
                "activationFn");
        refused(
                configured(file, "conf.layers.LSTM", "conf.layers.GravesLSTM"),
                Reason.LAYER,
                "GravesLSTM");
        refused(
                configured(
                        file,
                        "org.deeplearning4j.nn.conf.layers.LSTM",
                        "javax.naming.InitialContext"),
                Reason.LAYER,
                "InitialContext");
        refused(configured(file, "\"nout\" : 4", "\"nout\" : 5"), Reason.SHAPE, "");
        refused(configured(file, "\"nin\" : 1,", "\"nin\" : 2,"), Reason.FEATURES, "2");
        refused(
                configured(file, "\"nout\" : 4", "\"nout\" : 2000000000"),
                Reason.TOO_MANY_UNITS,
                "4096");
        refused(
                configured(file, "\"confs\" : [", "\"confs\" : [[[["),
                Reason.JSON,
                "configuration.json");
        for (String name : List.of("normalizer.bin", "preprocessor.bin")) {
            Map<String, byte[]> normalized = new LinkedHashMap<>(Files.parts(file));
            normalized.put(name, new byte[] {1});
            refused(Files.zip(normalized), Reason.NORMALIZER, "");
        }
    }

    @Test
    void between_layers_steps_may_be_laid_out_otherwise_but_no_value_may_change() {
        String between = "RnnToFeedForwardPreProcessor";
        MultiLayerNetwork net =
                new MultiLayerNetwork(
                        builder()
                                .list()
                                .layer(lstm(1, 3))
                                .layer(last(3))
                                .inputPreProcessor(1, new RnnToFeedForwardPreProcessor())
                                .build());
        net.init();
        same(ModelReader.read(saved(net), STEPS, 1 << 20), net.output(input()));
        refused(configured(saved(net), between, "CnnToRnnPreProcessor"), Reason.LAYER, "CnnToRnn");

        ComputationGraph graph =
                new ComputationGraph(
                        builder()
                                .graphBuilder()
                                .addInputs("in")
                                .addLayer("rnn", lstm(1, 3), "in")
                                .addLayer("out", last(3), new RnnToFeedForwardPreProcessor(), "rnn")
                                .setOutputs("out")
                                .build());
        graph.init();
        same(ModelReader.read(saved(graph), STEPS, 1 << 20), graph.outputSingle(input()));
        refused(
                configured(saved(graph), between, "ComposableInputPreProcessor"),
                Reason.LAYER,
                "Composable");
    }

    @Test
    void ten_thousand_layers_are_refused_before_any_is_looked_at() {
        String many = "{}" + ",{}".repeat(9_999);
        byte[] file =
                Files.zip(
                        Map.of(
                                "configuration.json",
                                ("{\"confs\": [" + many + "]}").getBytes(StandardCharsets.UTF_8),
                                "coefficients.bin",
                                new byte[10]));
        refused(file, Reason.TOO_MANY_LAYERS, "10000");
    }

    @Test
    void weights_that_are_cut_too_many_or_no_numbers_are_refused() {
        byte[] file = saved(lstm());
        Map<String, byte[]> parts = new LinkedHashMap<>(Files.parts(file));
        byte[] weights = parts.get("coefficients.bin");
        for (int length : new int[] {0, 1, 30, 60, 110, weights.length - 1}) {
            parts.put("coefficients.bin", java.util.Arrays.copyOf(weights, length));
            assertThatThrownBy(() -> ModelReader.read(Files.zip(parts), null, 1 << 20))
                    .as("cut at " + length)
                    .isInstanceOf(BadModelFile.class);
        }
        parts.put("coefficients.bin", java.util.Arrays.copyOf(weights, weights.length + 4));
        refused(Files.zip(parts), Reason.SHAPE, "coefficients.bin");
        MultiLayerNetwork net = lstm();
        net.params().putScalar(3, Float.NaN);
        refused(saved(net), Reason.NOT_FINITE, "layer0");
    }

    private static void refused(byte[] file, Reason reason, String said) {
        assertThatThrownBy(() -> ModelReader.read(file, null, 1 << 20))
                .isInstanceOfSatisfying(
                        BadModelFile.class, bad -> assertThat(bad.reason()).isEqualTo(reason))
                .hasMessageContaining(said);
    }

    private static byte[] configured(byte[] file, String from, String to) {
        return Files.changed(file, "configuration.json", from, to);
    }

    /** DL4J gives (1, 1, T) or (1, 1). */
    private static void same(ReadModel read, INDArray expected) {
        float[] predicted =
                new Forecaster(read.model().network(), read.model().parameters())
                        .predict(WAVE, null, 1);
        float[] wanted = expected.dup('c').data().asFloat();
        assertThat(predicted).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.length; i++) {
            assertThat(predicted[i]).isCloseTo(wanted[i], within(2e-6f));
        }
    }

    private static MultiLayerNetwork lstm() {
        MultiLayerNetwork net =
                new MultiLayerNetwork(
                        builder()
                                .list()
                                .layer(lstm(1, 4))
                                .layer(lstm(4, 3))
                                .layer(
                                        new RnnOutputLayer.Builder(LossFunction.MSE)
                                                .nIn(3)
                                                .nOut(1)
                                                .activation(Activation.IDENTITY)
                                                .build())
                                .build());
        net.init();
        return net;
    }

    private static NeuralNetConfiguration.Builder builder() {
        return new NeuralNetConfiguration.Builder().seed(3).updater(new Adam(0.003));
    }

    private static LSTM lstm(int from, int units) {
        return new LSTM.Builder().nIn(from).nOut(units).activation(Activation.TANH).build();
    }

    private static SimpleRnn simple(int from, int units) {
        return new SimpleRnn.Builder().nIn(from).nOut(units).activation(Activation.TANH).build();
    }

    private static OutputLayer last(int from) {
        return new OutputLayer.Builder(LossFunction.MSE)
                .nIn(from)
                .nOut(1)
                .activation(Activation.IDENTITY)
                .build();
    }

    private static byte[] saved(Model net) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ModelSerializer.writeModel(net, bytes, true);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static INDArray input() {
        return Nd4j.createFromArray(WAVE).reshape(1, 1, STEPS);
    }

    private static float[] wave() {
        float[] wave = new float[STEPS];
        Random random = new Random(11);
        for (int i = 0; i < STEPS; i++) {
            wave[i] = random.nextFloat() * 2 - 1;
        }
        return wave;
    }
}
