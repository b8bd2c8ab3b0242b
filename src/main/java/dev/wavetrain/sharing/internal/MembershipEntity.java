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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code membership}: an account sees a project. */
@Entity
@Table(name = "membership")
public class MembershipEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Column(name = "project_id")
    private UUID projectId;

    @Column(name = "account_id")
    private UUID accountId;

    @Enumerated(EnumType.STRING)
    private MemberRole role;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected MembershipEntity() {}

    public MembershipEntity(UUID projectId, UUID accountId, MemberRole role) {
        this.projectId = projectId;
        this.accountId = accountId;
        this.role = role;
    }

    public UUID projectId() {
        return projectId;
    }

    public UUID accountId() {
        return accountId;
    }

    public MemberRole role() {
        return role;
    }

    public void become(MemberRole other) {
        role = other;
    }
}
