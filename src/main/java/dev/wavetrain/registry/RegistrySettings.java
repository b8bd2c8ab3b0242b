package dev.wavetrain.registry;

import dev.wavetrain.common.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How named models are asked.
 *
 * @param atOnce so many predictions are worked out at the same time; others wait in the order they
 *     came. 0 for half of the processor's cores, at least two: training goes on beside them, and a
 *     long prediction does not hold up all short ones
 * @param patience how long one waits for its turn before it is told to come back
 * @param loaded versions whose networks are kept at hand, if they are not too large together
 */
@ConfigurationProperties("wavetrain.models")
public record RegistrySettings(
        @DefaultValue("0") int atOnce,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("32") int loaded) {

    private static final SettingRules RULES = new SettingRules("wavetrain.models");

    public RegistrySettings {
        RULES.require(atOnce >= 0, "at-once must not be negative", atOnce);
        RULES.require(!patience.isNegative(), "patience must not be negative", patience);
        RULES.require(loaded >= 1, "loaded must be at least 1", loaded);
        atOnce = atOnce > 0 ? atOnce : Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
    }
}
