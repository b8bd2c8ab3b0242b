package dev.wavetrain.runs.internal;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.runs.GroupDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code run_group}, which never changes. */
@Entity
@Table(name = "run_group")
class GroupEntity {

    @Id private UUID id;

    @Column(name = "project_id")
    private UUID project;

    @Column(name = "experiment_id")
    private UUID experiment;

    @Column(name = "experiment_version")
    private int version;

    @Column(name = "owner_id")
    private UUID owner;

    @Column(name = "owner_name")
    private String ownerName;

    @Column(name = "request_key")
    private @Nullable String requestKey;

    private String name;
    private int seeds;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected GroupEntity() {}

    GroupEntity(RunOrder order, int seeds, Instant now) {
        id = UUID.randomUUID();
        project = order.experiment().project().value();
        experiment = order.experiment().id().value();
        version = order.experiment().version();
        owner = order.caller().user().value();
        ownerName = order.caller().name();
        requestKey = order.request().key();
        name = order.name();
        this.seeds = seeds;
        createdAt = now;
    }

    UUID id() {
        return id;
    }

    ProjectId project() {
        return new ProjectId(project);
    }

    GroupDetails details() {
        return new GroupDetails(
                new GroupId(id),
                project(),
                name,
                new ExperimentId(experiment),
                version,
                ownerName,
                seeds,
                createdAt);
    }
}
