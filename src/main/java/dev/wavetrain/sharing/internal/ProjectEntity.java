package dev.wavetrain.sharing.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.SQLRestriction;
import org.jspecify.annotations.Nullable;

/** A row of {@code project}; one in the bin is not there. */
@Entity
@Table(name = "project")
@SQLRestriction("deleted_at is null")
public class ProjectEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private String name;

    @Column(name = "personal_of")
    private @Nullable UUID personalOf;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected ProjectEntity() {}

    private ProjectEntity(String name, @Nullable UUID personalOf, Instant createdAt) {
        this.name = name;
        this.personalOf = personalOf;
        this.createdAt = createdAt;
    }

    /** The project that an account gets for itself. */
    public static ProjectEntity personal(AccountEntity account, Instant createdAt) {
        return new ProjectEntity(account.name(), account.id(), createdAt);
    }

    public static ProjectEntity shared(String name, Instant createdAt) {
        return new ProjectEntity(name, null, createdAt);
    }

    public void rename(String other) {
        name = other;
    }

    public void bin(Instant now) {
        deletedAt = now;
    }

    public String name() {
        return name;
    }

    /** Whether it came with an account: its one admin stays. */
    public boolean personal() {
        return personalOf != null;
    }

    public @Nullable UUID personalOf() {
        return personalOf;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public UUID id() {
        return Objects.requireNonNull(id, "not stored yet");
    }
}
