package dev.wavetrain.registry.internal;

import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.sequence.Scales;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * A network at hand, for any number of threads: each takes a forecaster of its own, and all of them
 * share the weights. Letters: T the window's steps, F features, O outputs.
 */
public final class LoadedModel {

    private final Network network;
    private final Scales scales;
    private final Forecaster first;
    private final Deque<Forecaster> idle = new ConcurrentLinkedDeque<>();

    LoadedModel(SavedModel saved) {
        network = saved.network();
        scales = saved.scales();
        first = new Forecaster(network, saved.parameters());
        idle.push(first);
    }

    /** What its weights take. */
    public long floats() {
        return network.parameterCount();
    }

    /**
     * Goes on from the window by itself, or translates it.
     *
     * @param window (T, F) in the data's own units
     * @return (steps, O) in the data's own units
     */
    public double[][] predict(double[][] window, int steps) {
        float[] inputs = new float[network.window() * network.inputs()];
        int at = 0;
        for (double[] row : window) {
            for (double value : row) {
                inputs[at++] = scales.input().in(value);
            }
        }
        return inOwnUnits(run(inputs, steps), steps);
    }

    private float[] run(float[] inputs, int steps) {
        Forecaster taken = idle.poll();
        Forecaster forecaster = taken == null ? first.another() : taken;
        try {
            return network.hasDecoder()
                    ? forecaster.decode(inputs, steps)
                    : forecaster.freeRun(inputs, steps);
        } finally {
            idle.push(forecaster);
        }
    }

    private double[][] inOwnUnits(float[] predicted, int steps) {
        double[][] values = new double[steps][network.outputs()];
        for (int i = 0; i < predicted.length; i++) {
            values[i / network.outputs()][i % network.outputs()] =
                    scales.target().out(predicted[i]);
        }
        return values;
    }
}
