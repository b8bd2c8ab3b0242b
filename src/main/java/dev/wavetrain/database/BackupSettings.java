package dev.wavetrain.database;

import dev.wavetrain.common.SettingRules;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Copies of the embedded database.
 *
 * @param folder where they go; none are made without it
 * @param every how often; the first so long after the last there is
 * @param keep how many; the oldest are deleted
 */
@ConfigurationProperties("wavetrain.backup")
public record BackupSettings(
        @Nullable Path folder, @DefaultValue("24h") Duration every, @DefaultValue("7") int keep) {

    private static final SettingRules RULES = new SettingRules("wavetrain.backup");

    public BackupSettings {
        folder = folder == null || folder.toString().isBlank() ? null : folder;
        RULES.require(
                every.compareTo(Duration.ofMinutes(1)) >= 0, "every must be at least 1m", every);
        RULES.require(keep >= 1, "keep must be at least 1", keep);
    }
}
