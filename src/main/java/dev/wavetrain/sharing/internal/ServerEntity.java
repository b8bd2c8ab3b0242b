package dev.wavetrain.sharing.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.springframework.data.domain.Persistable;

/**
 * The one row of {@code server}. Always inserted, never merged: the second of two that make an
 * owner at once must fail, not take over.
 */
@Entity
@Table(name = "server")
public class ServerEntity implements Persistable<Short> {

    public static final short ONLY = 1;

    @Id private short id = ONLY;

    @Column(name = "owner_id")
    private UUID ownerId;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected ServerEntity() {}

    public ServerEntity(UUID ownerId) {
        this.ownerId = ownerId;
    }

    @Override
    public Short getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return true;
    }

    public UUID ownerId() {
        return ownerId;
    }
}
