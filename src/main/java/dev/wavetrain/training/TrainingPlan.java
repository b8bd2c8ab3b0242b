package dev.wavetrain.training;

import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.Samples;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a run goes.
 *
 * @param seed takes the place of the definition's
 * @param from where to go on; null to begin
 */
public record TrainingPlan(
        Network network,
        BiasInit biasInit,
        Samples samples,
        TrainingDefinition training,
        long seed,
        @Nullable ResumePoint from) {}
