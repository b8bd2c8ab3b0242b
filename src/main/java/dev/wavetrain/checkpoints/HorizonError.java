package dev.wavetrain.checkpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The error of the steps {@code from} to {@code to} ahead, over all segments.
 *
 * @param from the first step, from 1
 * @param to the last step, inclusive
 * @param rmse root mean squared error; null where no truth is known
 */
public record HorizonError(int from, int to, @Nullable Double rmse) {

    /** Few enough to read as a line, and one a step for a window of usual length. */
    static final int MOST_BUCKETS = 48;

    /** One a step, or of several steps each where there are more than {@link #MOST_BUCKETS}. */
    static List<HorizonError> of(List<Segment> segments, IntFunction<double[]> predicted) {
        int steps = segments.stream().mapToInt(s -> s.truth().length).max().orElse(0);
        int size = Math.max(1, Math.ceilDiv(steps, MOST_BUCKETS));
        List<HorizonError> errors = new ArrayList<>();
        for (int first = 0; first < steps; first += size) {
            int end = Math.min(first + size, steps);
            ErrorSum sum = new ErrorSum();
            for (int i = 0; i < segments.size(); i++) {
                double[] truth = segments.get(i).truth();
                for (int k = first; k < Math.min(end, truth.length); k++) {
                    sum.add(truth[k], predicted.apply(i)[k]);
                }
            }
            double rmse = sum.rmse();
            errors.add(new HorizonError(first + 1, end, Double.isFinite(rmse) ? rmse : null));
        }
        return errors;
    }
}
