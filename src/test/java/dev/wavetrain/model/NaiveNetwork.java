package dev.wavetrain.model;

import java.util.ArrayList;
import java.util.List;

/** The twin that the kernels are held against: plain loops in double, one window at a time. */
final class NaiveNetwork {

    private final Network network;
    private final double[] p;

    NaiveNetwork(Network network, double[] parameters) {
        this.network = network;
        this.p = parameters;
    }

    /** Outputs (T or 1, O) of one window (T, F), with the decoder's inputs (T, D) if it has one. */
    double[][] outputs(double[][] window, double[][] decoderInputs) {
        List<State> states = new ArrayList<>();
        for (int h : network.units()) {
            states.add(new State(new double[h], new double[h]));
        }
        double[][] h = stack(network.layers(), window, states);
        if (network.hasDecoder()) {
            h = stack(network.decoderLayers(), decoderInputs, states);
        }
        int first = network.head() == Head.LAST ? h.length - 1 : 0;
        double[][] outputs = new double[h.length - first][];
        for (int t = first; t < h.length; t++) {
            outputs[t - first] = dense(h[t]);
        }
        return outputs;
    }

    /** Mean squared error over all windows. */
    double loss(double[][][] windows, double[][][] decoderInputs, double[][][] targets) {
        double sum = 0;
        int count = 0;
        for (int n = 0; n < windows.length; n++) {
            double[][] y = outputs(windows[n], decoderInputs == null ? null : decoderInputs[n]);
            for (int t = 0; t < y.length; t++) {
                for (int o = 0; o < y[t].length; o++) {
                    sum += Math.pow(y[t][o] - targets[n][t][o], 2);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private record State(double[] h, double[] c) {}

    private double[][] stack(List<RecurrentLayer> layers, double[][] x, List<State> states) {
        double[][] current = x;
        for (int k = 0; k < layers.size(); k++) {
            double[][] next = new double[current.length][];
            for (int t = 0; t < current.length; t++) {
                State after = step(layers.get(k), current[t], states.get(k));
                states.set(k, after);
                next[t] = after.h();
            }
            current = next;
        }
        return current;
    }

    private State step(RecurrentLayer layer, double[] x, State s) {
        int units = layer.units();
        double[] h = new double[units];
        double[] c = new double[units];
        for (int j = 0; j < units; j++) {
            switch (layer.cell()) {
                case SIMPLE_RNN -> h[j] = Math.tanh(sum(layer, x, s.h(), j));
                case LSTM -> {
                    double i = sigmoid(sum(layer, x, s.h(), j));
                    double f = sigmoid(sum(layer, x, s.h(), units + j));
                    double g = Math.tanh(sum(layer, x, s.h(), 2 * units + j));
                    double o = sigmoid(sum(layer, x, s.h(), 3 * units + j));
                    c[j] = f * s.c()[j] + i * g;
                    h[j] = o * Math.tanh(c[j]);
                }
                case GRU -> {
                    double z = sigmoid(sum(layer, x, s.h(), j));
                    double r = sigmoid(sum(layer, x, s.h(), units + j));
                    double q = recurrent(layer, s.h(), 2 * units + j);
                    double n = Math.tanh(input(layer, x, 2 * units + j) + r * q);
                    h[j] = z * s.h()[j] + (1 - z) * n;
                }
            }
        }
        return new State(h, c);
    }

    private double sum(RecurrentLayer layer, double[] x, double[] h, int column) {
        return input(layer, x, column) + recurrent(layer, h, column);
    }

    private double input(RecurrentLayer layer, double[] x, int column) {
        double sum = at(layer.bias(), 0, column);
        for (int f = 0; f < x.length; f++) {
            sum += x[f] * at(layer.kernel(), f, column);
        }
        return sum;
    }

    private double recurrent(RecurrentLayer layer, double[] h, int column) {
        double sum = layer.bias().rows() > 1 ? at(layer.bias(), 1, column) : 0;
        for (int k = 0; k < h.length; k++) {
            sum += h[k] * at(layer.recurrentKernel(), k, column);
        }
        return sum;
    }

    private double[] dense(double[] h) {
        DenseLayer dense = network.dense();
        double[] y = new double[dense.outputs()];
        for (int o = 0; o < y.length; o++) {
            y[o] = at(dense.bias(), 0, o);
            for (int k = 0; k < h.length; k++) {
                y[o] += h[k] * at(dense.kernel(), k, o);
            }
        }
        return y;
    }

    private double at(Block block, int row, int column) {
        return p[block.offset() + row * block.columns() + column];
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
