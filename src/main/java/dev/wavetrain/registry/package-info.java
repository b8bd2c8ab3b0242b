/** Models that are served by name: versions of saved weights, aliases, predictions. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "sequence",
            "model",
            "checkpoints",
            "experiments",
            "runs",
            "shell"
        })
@NullMarked
package dev.wavetrain.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
