package dev.wavetrain.training;

/**
 * What an epoch came to.
 *
 * @param epoch from 1
 * @param loss sample-weighted mean over the epoch's batches, each before its step
 * @param valLoss after the epoch; NaN where there is no validation
 * @param nanos time the epoch took
 * @param bestSoFar whether no epoch before had a lower valLoss (loss without validation)
 */
public record EpochResult(int epoch, double loss, double valLoss, long nanos, boolean bestSoFar) {}
