package dev.wavetrain.model;

/** Moves windows between (N, T, F), as data has them, and (T, B, F), as the kernels want them. */
public final class TimeMajor {

    private TimeMajor() {}

    /**
     * target (T, B, F) = the windows {@code order[from]} to {@code order[from + batch - 1]} of
     * source (N, T, F). Modifies target.
     */
    public static void gather(
            float[] source,
            int steps,
            int features,
            int[] order,
            int from,
            int batch,
            float[] target) {
        for (int b = 0; b < batch; b++) {
            int window = order[from + b] * steps * features;
            for (int t = 0; t < steps; t++) {
                for (int f = 0; f < features; f++) {
                    target[(t * batch + b) * features + f] = source[window + t * features + f];
                }
            }
        }
    }

    /** target (N, T, F) from window {@code first} on = source (T, B, F). Modifies target. */
    public static void scatter(
            float[] source, int steps, int features, int batch, float[] target, int first) {
        for (int b = 0; b < batch; b++) {
            int window = (first + b) * steps * features;
            for (int t = 0; t < steps; t++) {
                for (int f = 0; f < features; f++) {
                    target[window + t * features + f] = source[(t * batch + b) * features + f];
                }
            }
        }
    }
}
