/** The training loop: optimisers, losses, callbacks, outcomes. Plain Java. */
@ApplicationModule(allowedDependencies = {"common", "model", "sequence"})
@NullMarked
package dev.wavetrain.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
