package dev.wavetrain.common;

/**
 * What the settings of one feature have to hold: a server whose settings do not, does not start.
 *
 * @param prefix of their names, such as {@code wavetrain.runs}
 */
public record SettingRules(String prefix) {

    /**
     * @param rule the setting's name, and what it must be
     * @param given what it is
     * @throws IllegalArgumentException with all three, where the rule does not hold
     */
    public void require(boolean holds, String rule, Object given) {
        require(holds, rule + ": " + given);
    }

    /** As above, where what is given says nothing more, or must not be said. */
    public void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(prefix + "." + rule);
        }
    }
}
