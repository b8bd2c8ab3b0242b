package dev.wavetrain.sharing;

import dev.wavetrain.common.SettingRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large an archive of a project may be that is read. All is counted while it is read: what an
 * archive says of itself is not believed.
 *
 * @param folder where archives lie while they are made or read; null for the system's
 * @param mostUpload the file
 * @param mostEntries in it
 * @param mostEntry one of them, unpacked
 * @param mostUnpacked all of them, unpacked
 * @param mostRatio unpacked to packed, once 16 MB are unpacked
 */
@ConfigurationProperties("wavetrain.archive")
public record ArchiveSettings(
        @Nullable String folder,
        @DefaultValue("1GB") DataSize mostUpload,
        @DefaultValue("50000") int mostEntries,
        @DefaultValue("256MB") DataSize mostEntry,
        @DefaultValue("4GB") DataSize mostUnpacked,
        @DefaultValue("100") int mostRatio) {

    private static final SettingRules RULES = new SettingRules("wavetrain.archive");

    /** Arrays are no longer. */
    private static final DataSize LONGEST = DataSize.ofGigabytes(1);

    public ArchiveSettings {
        RULES.require(mostUpload.toBytes() > 0, "most-upload must be above 0", mostUpload);
        RULES.require(mostEntries > 0, "most-entries must be above 0", mostEntries);
        RULES.require(
                mostEntry.toBytes() > 0 && mostEntry.compareTo(LONGEST) <= 0,
                "most-entry must be between 1 byte and 1 GB",
                mostEntry);
        RULES.require(mostUnpacked.toBytes() > 0, "most-unpacked must be above 0", mostUnpacked);
        RULES.require(mostRatio > 0, "most-ratio must be above 0", mostRatio);
    }
}
