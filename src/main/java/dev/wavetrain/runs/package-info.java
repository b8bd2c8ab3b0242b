/** The life of a run: queue, metrics, live feed, query, results. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "sequence",
            "model",
            "training",
            "exchange",
            "experiments",
            "experiments :: ui",
            "checkpoints",
            "shell"
        })
@NullMarked
package dev.wavetrain.runs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
