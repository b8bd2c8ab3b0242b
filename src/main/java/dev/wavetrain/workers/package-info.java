/** Runs queued runs on slots: db-scheduler, heartbeats, revival. */
@ApplicationModule(
        allowedDependencies = {"common", "model", "sequence", "training", "runs", "checkpoints"})
@NullMarked
package dev.wavetrain.workers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
