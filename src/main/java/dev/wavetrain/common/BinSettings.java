package dev.wavetrain.common;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was deleted can be restored.
 *
 * @param keep from the deletion on; then it is gone
 * @param lookEvery how often to look for what is due
 */
@ConfigurationProperties("wavetrain.bin")
public record BinSettings(
        @DefaultValue("30d") Duration keep, @DefaultValue("10m") Duration lookEvery) {

    private static final SettingRules RULES = new SettingRules("wavetrain.bin");
    private static final Duration LONGEST = Duration.ofDays(36_525);

    public BinSettings {
        RULES.require(
                !keep.isNegative() && keep.compareTo(LONGEST) <= 0,
                "keep must be between 0 and 100 years",
                keep);
        RULES.require(lookEvery.toMillis() >= 100, "look-every must be at least 100ms", lookEvery);
    }

    /** Until when something can be restored. */
    public Instant until(Instant deletedAt) {
        return deletedAt.plus(keep);
    }

    /** What was deleted no later is due. */
    public Instant dueBefore(Instant now) {
        return now.minus(keep);
    }
}
