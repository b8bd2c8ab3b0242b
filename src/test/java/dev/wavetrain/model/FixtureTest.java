package dev.wavetrain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Kernels and forecasts against exact values; `form` and `layout` are described in each file. */
class FixtureTest {

    private static final float TOLERANCE = 2e-5f;

    @ParameterizedTest
    @MethodSource("dev.wavetrain.model.Fixture#names")
    void outputs_and_hidden_states_are_exact(String name) {
        Fixture fixture = Fixture.of(name);
        Network network = fixture.network();
        Propagation propagation = loaded(fixture);
        propagation.forward(weights(fixture), fixture.batch());

        float[] outputs = batchMajor(network, propagation.outputs(), network.outputs(), fixture);
        assertClose(outputs, fixture.json().get("outputs"));
        var top = propagation.outputStack().top();
        int batch = fixture.batch();
        int from = network.head() == Head.LAST ? top.lastOutput(batch) : top.firstOutput(batch);
        float[] hidden =
                java.util.Arrays.copyOfRange(
                        top.outputs(),
                        from,
                        from + batch * network.targetSteps() * network.units().getLast());
        assertClose(
                batchMajor(network, hidden, network.units().getLast(), fixture),
                fixture.json().get("hidden"));
    }

    @ParameterizedTest
    @MethodSource("dev.wavetrain.model.Fixture#names")
    void gradients_by_weights_and_inputs_are_exact(String name) {
        Fixture fixture = Fixture.of(name);
        Network network = fixture.network();
        int batch = fixture.batch();
        float[] weights = weights(fixture);
        Propagation propagation = loaded(fixture);
        propagation.forward(weights, batch);
        fillSquaredErrorGradient(fixture, propagation);
        float[] gradient = new float[weights.length];
        propagation.backward(weights, gradient, batch);

        assertThat(gradient)
                .containsExactly(
                        fixture.flat(fixture.json().get("grads")), Offset.offset(TOLERANCE));
        JsonNode byInputs = fixture.json().get("input_grads");
        float[] byInput = new float[batch * network.window() * network.inputs()];
        propagation.inputGradient(weights, byInput, batch);
        assertClose(
                windows(byInput, network.window(), network.inputs(), batch),
                byInputs.has("x") ? byInputs.get("x") : byInputs.get("enc_x"));
        if (network.hasDecoder()) {
            float[] byDecoder = new float[batch * network.window() * network.decoderInputs()];
            propagation.decoderInputGradient(weights, byDecoder, batch);
            assertClose(
                    windows(byDecoder, network.window(), network.decoderInputs(), batch),
                    byInputs.get("dec_x"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.wavetrain.model.Fixture#names")
    void free_runs_and_greedy_decoding_are_exact(String name) {
        Fixture fixture = Fixture.of(name);
        Forecaster forecaster = new Forecaster(fixture.network(), weights(fixture));
        int size = fixture.network().window() * fixture.network().inputs();
        JsonNode freeRun = fixture.json().get("free_run");
        if (freeRun != null) {
            float[] window = java.util.Arrays.copyOf(fixture.inputs(), size);
            assertClose(forecaster.freeRun(window, freeRun.size()), freeRun);
        }
        JsonNode decoded = fixture.json().get("greedy_decode");
        for (int b = 0; decoded != null && b < fixture.batch(); b++) {
            float[] window =
                    java.util.Arrays.copyOfRange(fixture.inputs(), b * size, (b + 1) * size);
            assertClose(forecaster.decode(window, fixture.network().window()), decoded.get(b));
        }
        assertClose(
                forecaster.predict(fixture.inputs(), fixture.decoderInputs(), fixture.batch()),
                fixture.json().get("outputs"));
    }

    private static float[] weights(Fixture fixture) {
        assertThat(fixture.network().parameterCount())
                .isEqualTo(fixture.json().get("params").asInt());
        return fixture.flat(fixture.json().get("weights_init"));
    }

    /** With room for more than the batch, as a run's last batch has. */
    private static Propagation loaded(Fixture fixture) {
        Propagation propagation = new Propagation(fixture.network(), fixture.batch() + 2);
        int[] order = IntStream.range(0, fixture.batch()).toArray();
        propagation.load(fixture.inputs(), fixture.decoderInputs(), order, 0, fixture.batch());
        return propagation;
    }

    private static void fillSquaredErrorGradient(Fixture fixture, Propagation propagation) {
        Network network = fixture.network();
        float[] targets = Fixture.floats(fixture.json().get("targets"));
        float[] timeMajor = new float[targets.length];
        TimeMajor.gather(
                targets,
                network.targetSteps(),
                network.outputs(),
                IntStream.range(0, fixture.batch()).toArray(),
                0,
                fixture.batch(),
                timeMajor);
        for (int i = 0; i < targets.length; i++) {
            propagation.outputGradients()[i] =
                    2 * (propagation.outputs()[i] - timeMajor[i]) / targets.length;
        }
    }

    private static float[] batchMajor(
            Network network, float[] timeMajor, int features, Fixture fixture) {
        return windows(timeMajor, network.targetSteps(), features, fixture.batch());
    }

    private static float[] windows(float[] timeMajor, int steps, int features, int batch) {
        float[] windows = new float[batch * steps * features];
        TimeMajor.scatter(timeMajor, steps, features, batch, windows, 0);
        return windows;
    }

    private static void assertClose(float[] actual, JsonNode expected) {
        assertThat(actual).containsExactly(Fixture.floats(expected), Offset.offset(TOLERANCE));
    }
}
