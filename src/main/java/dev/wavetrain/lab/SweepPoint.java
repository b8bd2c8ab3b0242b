package dev.wavetrain.lab;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a net comes to at one value of a sweep.
 *
 * @param at the value
 * @param rmse root mean squared error; null where the wave has no value there, or no truth
 * @param baselines those of predicting without a net, where there are some
 */
public record SweepPoint(double at, @Nullable Double rmse, Map<Baseline.Kind, Double> baselines) {

    public SweepPoint {
        baselines = Map.copyOf(baselines);
    }

    static SweepPoint of(double at, Evaluation evaluation) {
        Map<Baseline.Kind, Double> baselines = new EnumMap<>(Baseline.Kind.class);
        for (Baseline baseline : evaluation.baselines()) {
            if (Double.isFinite(baseline.rmse())) {
                baselines.put(baseline.kind(), baseline.rmse());
            }
        }
        double rmse = evaluation.rmse();
        return new SweepPoint(at, Double.isFinite(rmse) ? rmse : null, baselines);
    }
}
