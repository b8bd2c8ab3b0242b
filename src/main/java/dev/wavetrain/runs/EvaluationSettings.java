package dev.wavetrain.runs;

import dev.wavetrain.common.SettingRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How saved models are tried on data.
 *
 * @param atOnce so many are worked out at the same time; others wait in the order they came. 0 for
 *     half of the processor's cores, at least one: training goes on beside them
 * @param patience how long one waits for its turn before it is told to come back
 * @param kept answers stored for each checkpoint; the oldest go first
 */
@ConfigurationProperties("wavetrain.evaluations")
public record EvaluationSettings(
        @DefaultValue("0") int atOnce,
        @DefaultValue("20s") Duration patience,
        @DefaultValue("50") int kept) {

    private static final SettingRules RULES = new SettingRules("wavetrain.evaluations");

    public EvaluationSettings {
        RULES.require(atOnce >= 0, "at-once must not be negative", atOnce);
        RULES.require(!patience.isNegative(), "patience must not be negative", patience);
        RULES.require(kept >= 1, "kept must be at least 1", kept);
        atOnce = atOnce > 0 ? atOnce : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
