package dev.wavetrain.runs;

import dev.wavetrain.common.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which model files are read.
 *
 * @param folder where they lie while they are read; null for the system's
 * @param mostUpload the file, and what it unpacks to
 */
@ConfigurationProperties("wavetrain.model-files")
public record ModelFileSettings(
        @Nullable String folder, @DefaultValue("64MB") DataSize mostUpload) {

    /** Files are read in memory. */
    private static final DataSize LARGEST = DataSize.ofGigabytes(1);

    public ModelFileSettings {
        new SettingRules("wavetrain.model-files")
                .require(
                        mostUpload.toBytes() >= 1 && mostUpload.compareTo(LARGEST) <= 0,
                        "most-upload must be between 1 byte and 1 GB",
                        mostUpload);
    }
}
