package dev.wavetrain.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import dev.wavetrain.model.Fixture;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** DL4J's graphs against exact values. */
@Tag("training")
@Execution(ExecutionMode.CONCURRENT)
class GraphBuilderTest {

    private static final Offset<Float> WITHIN = Offset.offset(2e-5f);
    private static final SavedOptimizer SGD = SavedOptimizer.sgd(0.01, 0);

    /** As the fixtures name them. */
    private static final Map<String, SavedOptimizer> OPTIMIZERS =
            Map.of(
                    "sgd", SGD,
                    "adam", SavedOptimizer.adam(0.001, 0.9, 0.999, 1e-7),
                    "rmsprop", SavedOptimizer.rmsProp(0.001, 0.9, 1e-7));

    private ComputationGraph open;

    @AfterEach
    void close() {
        open.close();
    }

    static Stream<Arguments> steps() {
        return Fixture.names()
                .flatMap(name -> OPTIMIZERS.keySet().stream().map(o -> Arguments.of(name, o)));
    }

    @ParameterizedTest
    @MethodSource("dev.wavetrain.model.Fixture#names")
    void a_graph_computes_what_keras_does(String name) {
        Fixture fixture = Fixture.of(name);

        float[] outputs =
                graph(fixture, SGD).output(data(fixture).getFeatures())[0].ravel().toFloatVector();

        assertThat(outputs)
                .containsExactly(
                        GraphData.outputs(
                                        fixture.network(),
                                        fixture.batch(),
                                        Fixture.floats(fixture.json().get("outputs")))
                                .ravel()
                                .toFloatVector(),
                        WITHIN);
    }

    @ParameterizedTest
    @MethodSource("dev.wavetrain.model.Fixture#names")
    void its_loss_and_gradient_are_those_of_keras(String name) {
        Fixture fixture = Fixture.of(name);
        ComputationGraph graph = graph(fixture, SGD);
        MultiDataSet data = data(fixture);
        graph.setInputs(data.getFeatures());
        graph.setLabels(data.getLabels());
        graph.computeGradientAndScore();

        // DL4J divides by the batch only as it updates.
        float[] gradient = graph.gradient().gradient().div(fixture.batch()).toFloatVector();
        assertThat(GraphParameters.fromGraph(fixture.network(), gradient))
                .containsExactly(fixture.flat(fixture.json().get("grads")), WITHIN);
        assertThat((float) graph.score())
                .isEqualTo((float) fixture.json().get("loss").asDouble(), WITHIN);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void three_steps_of_fit_end_where_keras_does(String name, String optimizer) {
        Fixture fixture = Fixture.of(name);
        ComputationGraph graph = graph(fixture, OPTIMIZERS.get(optimizer));
        var expected = fixture.json().get("after_3_steps_same_batch").get(optimizer);
        for (int step = 0; step < 3; step++) {
            graph.fit(data(fixture));
            assertThat((float) graph.score())
                    .isEqualTo((float) expected.get("losses").get(step).asDouble(), WITHIN);
        }

        assertThat(GraphBuilder.parameters(fixture.network(), graph))
                .containsExactly(fixture.flat(expected.get("weights")), WITHIN);
    }

    @Test
    void a_gru_fed_step_by_step_remembers_as_it_does_within_a_window() {
        Fixture fixture = Fixture.of("gru_seq");
        ComputationGraph graph = graph(fixture, SGD);
        INDArray window = data(fixture).getFeatures(0);
        INDArray whole = graph.output(window)[0].dup();

        for (int t = 0; t < fixture.network().window(); t++) {
            INDArray step = window.get(all(), all(), interval(t, t + 1)).dup();
            assertThat(graph.rnnTimeStep(step)[0].ravel().toFloatVector())
                    .containsExactly(
                            whole.get(all(), all(), point(t)).dup().ravel().toFloatVector(),
                            WITHIN);
        }
    }

    @Test
    void a_clone_computes_the_same() {
        Fixture fixture = Fixture.of("lstm_encdec");
        ComputationGraph graph = graph(fixture, SGD);
        INDArray[] inputs = data(fixture).getFeatures();
        ComputationGraph clone = graph.clone();

        assertThat(clone.output(inputs)[0]).isEqualTo(graph.output(inputs)[0]);
        clone.close();
    }

    @Test
    void momentum_is_saved_as_the_velocity_that_dl4j_keeps() {
        Fixture fixture = Fixture.of("simplernn_seq");
        ComputationGraph graph = graph(fixture, SavedOptimizer.sgd(0.01, 0.9));
        graph.fit(data(fixture));

        float[] velocity = fixture.flat(fixture.json().get("grads"));
        for (int i = 0; i < velocity.length; i++) {
            velocity[i] *= -0.01f;
        }
        assertThat(
                        GraphParameters.fromGraph(
                                fixture.network(),
                                graph.getUpdater().getStateViewArray().toFloatVector()))
                .containsExactly(velocity, WITHIN);
    }

    private ComputationGraph graph(Fixture fixture, SavedOptimizer optimizer) {
        int parameters = fixture.network().parameterCount();
        open =
                GraphBuilder.build(
                        new SavedModel(
                                fixture.network(),
                                fixture.flat(fixture.json().get("weights_init")),
                                SavedLoss.MSE,
                                optimizer,
                                0,
                                new float[optimizer.stateVectors() * parameters]));
        return open;
    }

    private static MultiDataSet data(Fixture fixture) {
        return GraphData.of(
                fixture.network(),
                fixture.batch(),
                fixture.inputs(),
                fixture.decoderInputs(),
                Fixture.floats(fixture.json().get("targets")));
    }
}
