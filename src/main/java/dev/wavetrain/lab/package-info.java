/** The checkpoint lab: saved nets tried side by side on any data, and what was kept of it. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "sequence",
            "model",
            "training",
            "checkpoints",
            "experiments",
            "experiments :: ui",
            "runs",
            "runs :: ui",
            "shell"
        })
@NullMarked
package dev.wavetrain.lab;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
