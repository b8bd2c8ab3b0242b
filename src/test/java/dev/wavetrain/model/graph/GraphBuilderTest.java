package dev.wavetrain.model.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.model.SavedOptimizer;
import java.util.stream.Stream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.api.MultiDataSet;

class GraphBuilderTest {

    private static final float TOLERANCE = 2e-5f;

    private ComputationGraph open;

    @AfterEach
    void close() {
        open.close();
    }

    static Stream<Fixture> fixtures() {
        return Fixture.all();
    }

    static Stream<Arguments> steps() {
        return Fixture.all()
                .flatMap(fixture ->
                        Stream.of(
                                Arguments.of(fixture, "sgd", SavedOptimizer.sgd(0.01, 0)),
                                Arguments.of(
                                        fixture,
                                        "adam",
                                        SavedOptimizer.adam(0.001, 0.9, 0.999, 1e-7)),
                                Arguments.of(
                                        fixture,
                                        "rmsprop",
                                        SavedOptimizer.rmsProp(0.001, 0.9, 1e-7))));
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void a_graph_computes_what_keras_does(Fixture fixture) {
        ComputationGraph graph = graph(fixture, SavedOptimizer.sgd(0.01, 0));
        var output = graph.output(fixture.data().getFeatures())[0];
        assertThat(output.ravel().toFloatVector())
                .containsExactly(fixture.array("/outputs").ravel().toFloatVector(), within());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void its_loss_and_gradient_are_those_of_keras(Fixture fixture) {
        ComputationGraph graph = graph(fixture, SavedOptimizer.sgd(0.01, 0));
        MultiDataSet data = fixture.data();
        graph.setInputs(data.getFeatures());
        graph.setLabels(data.getLabels());
        graph.computeGradientAndScore();
        // DL4J divides by the batch only as it updates.
        float[] gradient =
                GraphParameters.fromGraph(
                        fixture.network(),
                        graph.gradient().gradient().div(fixture.batch()).toFloatVector());
        assertThat(gradient)
                .containsExactly(fixture.parameters(fixture.json().get("grads")), within());
        assertThat((float) graph.score()).isEqualTo(loss(fixture, "/loss"), within());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("steps")
    void three_steps_of_fit_end_where_keras_does(
            Fixture fixture, String name, SavedOptimizer optimizer) {
        ComputationGraph graph = graph(fixture, optimizer);
        String path = "/after_3_steps_same_batch/" + name;
        for (int step = 0; step < 3; step++) {
            graph.fit(fixture.data());
            assertThat((float) graph.score())
                    .isEqualTo(loss(fixture, path + "/losses/" + step), within());
        }
        assertThat(GraphBuilder.parameters(fixture.network(), graph))
                .containsExactly(
                        fixture.parameters(fixture.json().at(path + "/weights")), within());
    }

    private ComputationGraph graph(Fixture fixture, SavedOptimizer optimizer) {
        open = GraphBuilder.build(fixture.model(optimizer));
        return open;
    }

    private static float loss(Fixture fixture, String path) {
        return (float) fixture.json().at(path).asDouble();
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.api.Assertions.within(TOLERANCE);
    }
}
