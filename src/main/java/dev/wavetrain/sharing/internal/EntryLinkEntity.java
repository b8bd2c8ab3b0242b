package dev.wavetrain.sharing.internal;

import dev.wavetrain.common.MemberRole;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code entry_link}: an address that lets somebody in once. */
@Entity
@Table(name = "entry_link")
public class EntryLinkEntity {

    /** What it lets one do. */
    public enum Kind {
        INVITATION,
        PASSWORD
    }

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "key_hash")
    private String keyHash;

    private String note;

    @Column(name = "account_id")
    private @Nullable UUID accountId;

    @Column(name = "project_id")
    private @Nullable UUID projectId;

    @Enumerated(EnumType.STRING)
    private @Nullable MemberRole role;

    @Column(name = "created_by")
    private UUID createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected EntryLinkEntity() {}

    private EntryLinkEntity(
            Kind kind,
            String keyHash,
            String note,
            UUID createdBy,
            Instant createdAt,
            Instant expiresAt) {
        this.kind = kind;
        this.keyHash = keyHash;
        this.note = note;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    public static EntryLinkEntity invitation(
            String keyHash, String note, UUID createdBy, Instant createdAt, Instant expiresAt) {
        return new EntryLinkEntity(Kind.INVITATION, keyHash, note, createdBy, createdAt, expiresAt);
    }

    /** To choose a new password for an account. */
    public static EntryLinkEntity password(
            String keyHash, AccountEntity account, UUID createdBy, Instant now, Instant expiresAt) {
        EntryLinkEntity link =
                new EntryLinkEntity(
                        Kind.PASSWORD, keyHash, account.name(), createdBy, now, expiresAt);
        link.accountId = account.id();
        return link;
    }

    public void invitesTo(UUID project, MemberRole as) {
        projectId = project;
        role = as;
    }

    public boolean opens(Kind wanted, Instant now) {
        return kind == wanted && usedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }

    public void use(Instant now) {
        usedAt = now;
    }

    public void revoke(@Nullable Instant when) {
        revokedAt = when;
    }

    public UUID id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    public String note() {
        return note;
    }

    public @Nullable UUID accountId() {
        return accountId;
    }

    public @Nullable UUID projectId() {
        return projectId;
    }

    public @Nullable MemberRole role() {
        return role;
    }

    public UUID createdBy() {
        return createdBy;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant expiresAt() {
        return expiresAt;
    }
}
