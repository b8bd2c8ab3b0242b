package dev.wavetrain.registry;

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

    public RegistrySettings {
        require(atOnce >= 0, "at-once must not be negative", atOnce);
        require(!patience.isNegative(), "patience must not be negative", patience);
        require(loaded >= 1, "loaded must be at least 1", loaded);
        atOnce = atOnce > 0 ? atOnce : Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static void require(boolean holds, String rule, Object given) {
        if (!holds) {
            throw new IllegalArgumentException("wavetrain.models." + rule + ": " + given);
        }
    }
}
