package dev.wavetrain.sharing;

import dev.wavetrain.common.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The owner account that an empty database starts with.
 *
 * @param name null for none: the first visit from this machine asks for it
 * @param password null only together with the name
 */
@ConfigurationProperties("wavetrain.owner")
public record OwnerSettings(@Nullable String name, @Nullable String password) {

    public OwnerSettings {
        name = name == null || name.isBlank() ? null : name;
        password = password == null || password.isEmpty() ? null : password;
        new SettingRules("wavetrain.owner")
                .require(
                        (name == null) == (password == null),
                        "name and wavetrain.owner.password belong together: set both or neither");
    }

    @Override
    public String toString() {
        return "OwnerSettings[" + name + "]";
    }
}
