/** Experiment definitions, their versions, and the built-in presets. */
@ApplicationModule(allowedDependencies = {"common", "sequence", "model", "training", "shell"})
@NullMarked
package dev.wavetrain.experiments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
