package dev.wavetrain.runs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code run_setting}: for searches, which never change it. */
@Entity
@Table(name = "run_setting")
class SettingEntity {

    /** Whose definition's, and which. */
    @Embeddable
    record Key(@Column(name = "settings_key") UUID settings, String path, int place) {}

    @EmbeddedId private Key key;

    @Column(name = "text_value")
    private @Nullable String text;

    @Column(name = "number_value")
    private @Nullable Double number;

    @SuppressWarnings("NullAway.Init") // for JPA, which fills the fields
    protected SettingEntity() {}

    Key key() {
        return key;
    }

    @Nullable String text() {
        return text;
    }

    @Nullable Double number() {
        return number;
    }
}
