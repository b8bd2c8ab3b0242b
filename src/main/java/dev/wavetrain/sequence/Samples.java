package dev.wavetrain.sequence;

import org.jspecify.annotations.Nullable;

/**
 * Every window of a series with what a net is to make of it, one feature each. All arrays are
 * row-major, N = count, T = window.
 *
 * @param targetSteps T where every step is trained, 1 where only the value after the window is
 * @param inputs [N][T][1]
 * @param decoderInputs [N][T][1], the targets delayed by one step, the first 0; null but for {@link
 *     Task#TRANSLATE}
 * @param targets [N][targetSteps][1]
 */
public record Samples(
        int count,
        int window,
        int targetSteps,
        float[] inputs,
        float @Nullable [] decoderInputs,
        float[] targets) {

    public Samples {
        require(inputs.length == count * window, "inputs");
        require(targets.length == count * targetSteps, "targets");
        require(decoderInputs == null || decoderInputs.length == count * window, "decoderInputs");
    }

    private static void require(boolean holds, String name) {
        if (!holds) {
            throw new IllegalArgumentException(name + " has another length than its shape");
        }
    }
}
