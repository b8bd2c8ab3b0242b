/** REST v1, problem details, OpenAPI. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "data",
            "sequence",
            "model",
            "training",
            "checkpoints",
            "experiments",
            "runs",
            "lab",
            "workers",
            "sharing",
            "talking",
            "webhooks"
        })
@NullMarked
package dev.wavetrain.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
