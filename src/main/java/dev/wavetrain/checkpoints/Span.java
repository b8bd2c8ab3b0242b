package dev.wavetrain.checkpoints;

/**
 * Points that were predicted together.
 *
 * @param first index of the first along the series
 * @param stepwise whether the truth is known up to just before each point, rather than up to just
 *     before the first
 */
record Span(long first, int length, boolean stepwise) {

    /** The first index whose truth is unknown to whoever predicts the {@code k}-th point. */
    long unknownFrom(int k) {
        return stepwise ? first + k : first;
    }
}
