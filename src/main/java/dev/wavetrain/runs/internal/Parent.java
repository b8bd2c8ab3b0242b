package dev.wavetrain.runs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** The checkpoint whose weights a run began with. */
@Embeddable
record Parent(
        @Column(name = "parent_run_id") UUID run,
        @Column(name = "parent_checkpoint_id") UUID checkpoint,
        @Column(name = "parent_epoch") Integer epoch) {}
