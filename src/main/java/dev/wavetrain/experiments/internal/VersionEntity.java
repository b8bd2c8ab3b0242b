package dev.wavetrain.experiments.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment_version}: never changed once written, since runs refer to it. */
@Entity
@Immutable
@Table(name = "experiment_version")
public class VersionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Column(name = "experiment_id")
    private UUID experimentId;

    private int version;

    /** The canonical JSON. */
    @Column(length = 1_000_000)
    private String definition;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected VersionEntity() {}

    public VersionEntity(UUID experimentId, int version, String definition, Instant createdAt) {
        this.experimentId = experimentId;
        this.version = version;
        this.definition = definition;
        this.createdAt = createdAt;
    }

    public UUID experimentId() {
        return experimentId;
    }

    public String definition() {
        return definition;
    }
}
