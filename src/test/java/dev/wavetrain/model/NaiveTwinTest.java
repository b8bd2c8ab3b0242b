package dev.wavetrain.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels on sizes that divide by nothing, against plain loops and finite differences. */
class NaiveTwinTest {

    private static final int BATCH = 7;

    static Stream<Network> networks() {
        return Stream.of(Cell.values())
                .flatMap(cell ->
                        Stream.of(
                                new Network(cell, List.of(1), 1, 0, 1, Head.LAST, 1),
                                new Network(cell, List.of(37), 3, 0, 2, Head.LAST, 9),
                                new Network(cell, List.of(19, 5), 1, 0, 3, Head.SEQUENCE, 11),
                                new Network(cell, List.of(9, 4, 6), 2, 0, 1, Head.LAST, 4),
                                new Network(cell, List.of(5), 1, 0, 1, Head.SEQUENCE, 123),
                                new Network(
                                        cell, List.of(13, 10), 2, 1, 1, Head.ENCODER_DECODER, 6)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void outputs_are_those_of_plain_loops(Network network) {
        Case data = new Case(network);
        Propagation propagation = data.forward();
        float[] actual = new float[data.targets.length];
        TimeMajor.scatter(
                propagation.outputs(), network.targetSteps(), network.outputs(), BATCH, actual, 0);
        int k = 0;
        for (int n = 0; n < BATCH; n++) {
            double[][] y = data.naive(data.weights()).outputs(data.window(n), data.fed(n));
            for (double[] row : y) {
                for (double value : row) {
                    assertThat((double) actual[k++]).isCloseTo(value, near(value));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void gradients_are_those_of_finite_differences(Network network) {
        Case data = new Case(network);
        Propagation propagation = data.forward();
        float[] timeMajor = new float[data.targets.length];
        TimeMajor.gather(
                data.targets,
                network.targetSteps(),
                network.outputs(),
                IntStream.range(0, BATCH).toArray(),
                0,
                BATCH,
                timeMajor);
        for (int i = 0; i < timeMajor.length; i++) {
            propagation.outputGradients()[i] =
                    2 * (propagation.outputs()[i] - timeMajor[i]) / timeMajor.length;
        }
        float[] gradient = new float[data.parameters.length];
        propagation.backward(data.parameters, gradient, BATCH);

        double step = 1e-5;
        Random random = new Random(3);
        for (int trial = 0; trial < 60; trial++) {
            int k = random.nextInt(gradient.length);
            double[] weights = data.weights();
            weights[k] += step;
            double above = data.loss(weights);
            weights[k] -= 2 * step;
            double expected = (above - data.loss(weights)) / (2 * step);
            assertThat((double) gradient[k])
                    .as("parameter %d", k)
                    .isCloseTo(expected, near(expected));
        }
    }

    /** Float's precision for sums of some dozen terms. */
    private static Offset<Double> near(double value) {
        return Offset.offset(1e-5 * (1 + Math.abs(value)));
    }

    /** Random weights and windows for a network. */
    private static final class Case {
        final Network network;
        final float[] parameters;
        final float[] inputs;
        final float[] fed;
        final float[] targets;

        Case(Network network) {
            this.network = network;
            Random random = new Random(network.parameterCount());
            parameters = random(random, network.parameterCount(), 0.6f);
            inputs = random(random, BATCH * network.window() * network.inputs(), 1);
            fed =
                    network.hasDecoder()
                            ? random(random, BATCH * network.window() * network.decoderInputs(), 1)
                            : null;
            targets = random(random, BATCH * network.targetSteps() * network.outputs(), 1);
        }

        Propagation forward() {
            Propagation propagation = new Propagation(network, BATCH + 3);
            propagation.load(inputs, fed, IntStream.range(0, BATCH).toArray(), 0, BATCH);
            propagation.forward(parameters, BATCH);
            return propagation;
        }

        NaiveNetwork naive(double[] weights) {
            return new NaiveNetwork(network, weights);
        }

        double[] weights() {
            double[] weights = new double[parameters.length];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = parameters[i];
            }
            return weights;
        }

        double loss(double[] weights) {
            double[][][] x = new double[BATCH][][];
            double[][][] d = network.hasDecoder() ? new double[BATCH][][] : null;
            double[][][] y = new double[BATCH][][];
            for (int n = 0; n < BATCH; n++) {
                x[n] = window(n);
                y[n] = rows(targets, n, network.targetSteps(), network.outputs());
                if (d != null) {
                    d[n] = fed(n);
                }
            }
            return naive(weights).loss(x, d, y);
        }

        double[][] window(int n) {
            return rows(inputs, n, network.window(), network.inputs());
        }

        double[][] fed(int n) {
            return fed == null ? null : rows(fed, n, network.window(), network.decoderInputs());
        }

        private static double[][] rows(float[] source, int n, int steps, int features) {
            double[][] rows = new double[steps][features];
            for (int t = 0; t < steps; t++) {
                for (int f = 0; f < features; f++) {
                    rows[t][f] = source[(n * steps + t) * features + f];
                }
            }
            return rows;
        }

        private static float[] random(Random random, int count, float scale) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = (2 * random.nextFloat() - 1) * scale;
            }
            return values;
        }
    }
}
