/** REST v1, problem details, OpenAPI. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "database",
            "data",
            "sequence",
            "model",
            "exchange",
            "training",
            "checkpoints",
            "experiments",
            "runs",
            "lab",
            "runs :: compare",
            "registry",
            "workers",
            "sharing",
            "talking",
            "webhooks"
        })
@NullMarked
package dev.wavetrain.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
