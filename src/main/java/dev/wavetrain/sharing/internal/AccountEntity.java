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
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@Entity
@DynamicUpdate
@Table(name = "account")
public class AccountEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private String name;

    @Column(name = "name_key")
    private String nameKey;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    private boolean active = true;

    @Column(name = "last_seen_at")
    private @Nullable Instant lastSeenAt;

    @Column(name = "access_version")
    private long accessVersion;

    @Column(name = "session_number")
    private long sessionNumber;

    @Column(name = "chosen_project")
    private @Nullable UUID chosenProject;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected AccountEntity() {}

    public AccountEntity(
            String name, String nameKey, @Nullable String passwordHash, Instant createdAt) {
        this.name = name;
        this.nameKey = nameKey;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    public UUID id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public String name() {
        return name;
    }

    /** Null where the account's holder signs in by an issuer alone. */
    public @Nullable String passwordHash() {
        return passwordHash;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean isActive() {
        return active;
    }

    public @Nullable Instant lastSeenAt() {
        return lastSeenAt;
    }

    public long sessionNumber() {
        return sessionNumber;
    }

    public @Nullable UUID chosenProject() {
        return chosenProject;
    }

    public void choose(@Nullable UUID project) {
        chosenProject = project;
    }

    /** What the account may do has changed: what it has open is to look again. */
    public void accessChanged() {
        accessVersion++;
    }

    public void activate(boolean now) {
        active = now;
        endSessions();
    }

    public void endSessions() {
        sessionNumber++;
        accessVersion++;
    }

    public void changePassword(String hash) {
        passwordHash = hash;
        endSessions();
    }
}
