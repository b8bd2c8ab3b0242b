package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.model.Fixture;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.Propagation;
import dev.wavetrain.model.TimeMajor;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Losses, and three steps of each optimiser, against exact values. */
class StepFixtureTest {

    private static final double TOLERANCE = 2e-5;

    private static final Map<String, OptimizerDefinition> OPTIMIZERS =
            Map.of(
                    "sgd", new OptimizerDefinition.Sgd(0.01, 0),
                    "adam", new OptimizerDefinition.Adam(0.001, 0.9, 0.999, 1e-7),
                    "rmsprop", new OptimizerDefinition.RmsProp(0.001, 0.9, 1e-7));

    @ParameterizedTest
    @MethodSource("dev.wavetrain.model.Fixture#names")
    void three_steps_are_exact(String name) {
        Fixture fixture = Fixture.of(name);
        OPTIMIZERS.forEach((key, definition) -> {
            JsonNode expected = fixture.json().get("after_3_steps_same_batch").get(key);
            assertStepsAreExact(fixture, definition, expected);
        });
    }

    private static void assertStepsAreExact(
            Fixture fixture, OptimizerDefinition definition, JsonNode expected) {
        Network network = fixture.network();
        int batch = fixture.batch();
        float[] weights = fixture.flat(fixture.json().get("weights_init"));
        float[] gradient = new float[weights.length];
        Optimizer optimizer = Optimizer.of(definition, weights.length);
        LossFunction loss = new LossFunction(Loss.MSE, network.outputs());
        Propagation propagation = new Propagation(network, batch);
        int[] order = IntStream.range(0, batch).toArray();
        propagation.load(fixture.inputs(), fixture.decoderInputs(), order, 0, batch);
        float[] targets = Fixture.floats(fixture.json().get("targets"));
        float[] timeMajor = new float[targets.length];
        TimeMajor.gather(
                targets, network.targetSteps(), network.outputs(), order, 0, batch, timeMajor);
        for (int step = 0; step <= 3; step++) {
            propagation.forward(weights, batch);
            double value =
                    loss.evaluate(
                            propagation.outputs(),
                            timeMajor,
                            timeMajor.length,
                            propagation.outputGradients());
            assertThat(value)
                    .isCloseTo(expected.get("losses").get(step).asDouble(), within(TOLERANCE));
            if (step < 3) {
                propagation.backward(weights, gradient, batch);
                optimizer.step(weights, gradient);
            }
        }
        assertThat(weights)
                .containsExactly(
                        fixture.flat(expected.get("weights")), Offset.offset((float) TOLERANCE));
    }
}
