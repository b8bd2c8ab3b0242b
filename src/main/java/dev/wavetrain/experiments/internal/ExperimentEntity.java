package dev.wavetrain.experiments.internal;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
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
import org.jspecify.annotations.Nullable;

/** A row of {@code experiment}. */
@Entity
@Table(name = "experiment")
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
                .that(!trimmed.isEmpty(), "name", Rule.REQUIRED)
                .that(
                        trimmed.length() <= MOST_NAME_CHARACTERS,
                        "name",
                        Rule.TOO_LONG,
                        MOST_NAME_CHARACTERS)
                .that(
                        trimmed.chars().noneMatch(Character::isISOControl),
                        "name",
                        Rule.NOT_ALLOWED,
                        Reason.CONTROL_CHARACTER)
                .that(
                        text.length() <= MOST_DESCRIPTION_CHARACTERS,
                        "description",
                        Rule.TOO_LONG,
                        MOST_DESCRIPTION_CHARACTERS)
                .that(
                        text.chars().noneMatch(c -> Character.isISOControl(c) && !isLayout(c)),
                        "description",
                        Rule.NOT_ALLOWED,
                        Reason.CONTROL_CHARACTER)
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

    public void archive(boolean away) {
        archived = away;
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

    private static boolean isLayout(int character) {
        return character == '\n' || character == '\r' || character == '\t';
    }
}
