package dev.wavetrain.sharing.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code openid_identity}: a person of an issuer, and the account that is theirs. */
@Entity
@Table(name = "openid_identity")
public class OpenIdIdentityEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Column(name = "account_id")
    private UUID accountId;

    private String issuer;

    private String subject;

    private String label;

    @Column(name = "connected_at")
    private Instant connectedAt;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected OpenIdIdentityEntity() {}

    public OpenIdIdentityEntity(
            UUID accountId, String issuer, String subject, String label, Instant connectedAt) {
        this.accountId = accountId;
        this.issuer = issuer;
        this.subject = subject;
        this.label = label;
        this.connectedAt = connectedAt;
    }

    public UUID accountId() {
        return accountId;
    }

    public String label() {
        return label;
    }

    /** As the issuer has it now. */
    public void label(String now) {
        label = now;
    }

    public Instant connectedAt() {
        return connectedAt;
    }
}
