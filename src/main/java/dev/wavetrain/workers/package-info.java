/** Runs queued runs on slots: db-scheduler, heartbeats, revival, nodes and their queue. */
@ApplicationModule(
        allowedDependencies = {
            "common",
            "model",
            "sequence",
            "training",
            "experiments",
            "runs",
            "checkpoints",
            "shell"
        })
@NullMarked
package dev.wavetrain.workers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
