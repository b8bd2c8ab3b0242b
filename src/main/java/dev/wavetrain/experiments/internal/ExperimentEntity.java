package dev.wavetrain.experiments.internal;

import dev.wavetrain.common.Rules;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment}. */
@Entity
@Table(name = "experiment")
@SQLRestriction("gone_at is null")
public class ExperimentEntity {

    public static final int MOST_NAME_CHARACTERS = 200;
    public static final int MOST_DESCRIPTION_CHARACTERS = 4_000;

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "created_by")
    private UUID createdBy;

    private String name;
    private String description;

    /** The current definition's, from 1. */
    private int version;

    /** Fails a change made to a row that has changed since it was read. */
    @Version
    @Column(name = "lock_version")
    private long lockVersion;

    private boolean archived;

    @Column(name = "archived_at")
    private @Nullable Instant archivedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected ExperimentEntity() {}

    @SuppressWarnings("NullAway.Init") // name and description are set by describe
    public ExperimentEntity(
            UUID projectId, UUID createdBy, String name, String description, Instant now) {
        this.projectId = projectId;
        this.createdBy = createdBy;
        this.version = 1;
        this.createdAt = now;
        describe(name, description, now);
    }

    /** Changes what people read. */
    public final void describe(String newName, String newDescription, Instant now) {
        String trimmed = newName.strip();
        String text = newDescription.strip();
        new Rules()
                .line("name", trimmed, MOST_NAME_CHARACTERS)
                .text("description", text, MOST_DESCRIPTION_CHARACTERS)
                .check();
        if (!trimmed.equals(name) || !text.equals(description)) {
            name = trimmed;
            description = text;
            updatedAt = now;
        }
    }

    /** Counts the version up for a changed definition. */
    public int nextVersion(Instant now) {
        version++;
        updatedAt = now;
        return version;
    }

    public void moveTo(UUID project) {
        projectId = project;
    }

    /**
     * @param since null takes it back
     */
    public void archive(@Nullable Instant since) {
        archived = since != null;
        archivedAt = since;
    }

    public UUID id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public UUID projectId() {
        return projectId;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    public int version() {
        return version;
    }

    public boolean isArchived() {
        return archived;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
