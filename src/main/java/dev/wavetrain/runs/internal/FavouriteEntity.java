package dev.wavetrain.runs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row of {@code favourite}: for searches, which never change it. */
@Entity
@Table(name = "favourite")
class FavouriteEntity {

    /** Whose, and which run. */
    @Embeddable
    record Key(@Column(name = "account_id") UUID account, @Column(name = "run_id") UUID run) {}

    @EmbeddedId private Key key;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected FavouriteEntity() {}

    Key key() {
        return key;
    }
}
