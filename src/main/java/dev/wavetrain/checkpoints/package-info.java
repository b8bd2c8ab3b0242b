/** Saved weights, forecasts and their errors, baselines. */
@ApplicationModule(allowedDependencies = {"common", "sequence", "model", "training"})
@NullMarked
package dev.wavetrain.checkpoints;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
