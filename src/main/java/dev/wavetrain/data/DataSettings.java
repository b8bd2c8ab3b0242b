package dev.wavetrain.data;

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

    public DataSettings {
        require(mostUpload.toBytes() > 0, "most-upload", mostUpload);
        require(mostColumns > 0 && mostColumns <= 10_000, "most-columns (to 10,000)", mostColumns);
        require(mostRows > 0 && mostRows <= 100_000_000, "most-rows (to 100,000,000)", mostRows);
    }

    private static void require(boolean holds, String name, Object given) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "wavetrain.data-sets." + name + " is out of range: " + given);
        }
    }
}
