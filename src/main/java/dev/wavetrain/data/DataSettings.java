package dev.wavetrain.data;

import dev.wavetrain.common.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large a data set may be.
 *
 * @param folder where files lie while they are read; null for the system's
 * @param mostUpload the file
 */
@ConfigurationProperties("wavetrain.data-sets")
public record DataSettings(
        @Nullable String folder,
        @DefaultValue("200MB") DataSize mostUpload,
        @DefaultValue("1000") int mostColumns,
        @DefaultValue("20000000") int mostRows) {

    private static final SettingRules RULES = new SettingRules("wavetrain.data-sets");

    public DataSettings {
        RULES.require(mostUpload.toBytes() > 0, "most-upload must be above 0", mostUpload);
        RULES.require(
                mostColumns > 0 && mostColumns <= 10_000,
                "most-columns must be from 1 to 10000",
                mostColumns);
        RULES.require(
                mostRows > 0 && mostRows <= 100_000_000,
                "most-rows must be from 1 to 100000000",
                mostRows);
    }
}
