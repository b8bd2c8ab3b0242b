/** Accounts, sign-in, projects, tokens. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "data",
            "experiments",
            "runs",
            "checkpoints",
            "lab",
            "registry",
            "training",
            "model",
            "sequence",
            "shell"
        })
@NullMarked
package dev.wavetrain.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
