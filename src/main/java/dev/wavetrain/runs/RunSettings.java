package dev.wavetrain.runs;

import dev.wavetrain.common.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what a run measures is stored.
 *
 * @param batchEvery epochs are stored at least so often, and shown then
 * @param batchSize or as soon as there are so many
 * @param backlog epochs held in memory while the database is slow; training waits beyond
 * @param resumeEvery how often a point to go on from is stored while a run trains
 * @param patience how long to try again while the database does not answer, before a run fails
 * @param readOnEvery how often to read what other processes have stored, in case that they were not
 *     heard telling it
 */
@ConfigurationProperties("wavetrain.runs")
public record RunSettings(
        @DefaultValue("250ms") Duration batchEvery,
        @DefaultValue("2048") int batchSize,
        @DefaultValue("8192") int backlog,
        @DefaultValue("10s") Duration resumeEvery,
        @DefaultValue("5m") Duration patience,
        @DefaultValue("1s") Duration readOnEvery) {

    private static final SettingRules RULES = new SettingRules("wavetrain.runs");

    public RunSettings {
        RULES.require(!batchEvery.isNegative(), "batch-every must not be negative", batchEvery);
        RULES.require(batchSize >= 1, "batch-size must be at least 1", batchSize);
        RULES.require(backlog >= batchSize, "backlog must be at least batch-size", backlog);
        RULES.require(
                resumeEvery.toMillis() >= 100, "resume-every must be at least 100ms", resumeEvery);
        RULES.require(!patience.isNegative(), "patience must not be negative", patience);
        RULES.require(
                readOnEvery.toMillis() >= 100, "read-on-every must be at least 100ms", readOnEvery);
    }
}
