package dev.wavetrain.runs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run was made from; never changes, but for the project, which may be moved. */
@Embeddable
record RunOrigin(
        @Column(name = "project_id") UUID project,
        @Column(name = "experiment_id") UUID experiment,
        @Column(name = "experiment_version") int version,
        @Column(name = "owner_id") UUID owner,
        @Column(name = "owner_name") String ownerName,
        @Column(name = "request_key") @Nullable String requestKey,
        @Column(name = "group_id") @Nullable UUID group,
        long seed,
        int priority,
        String definition,
        @Column(name = "settings_key") @Nullable UUID settings) {}
