package dev.wavetrain.registry;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.regex.Pattern;

/** How models and their aliases are named: as parts of an address, which nothing has to escape. */
public final class ModelName {

    /** Characters of a model's name. */
    public static final int LONGEST = 64;

    /** Characters of an alias. */
    public static final int LONGEST_ALIAS = 32;

    /** The alias that is offered first: the version that is to be used. */
    public static final String CHAMPION = "champion";

    /** It begins with a letter, so that no alias is read as the number of a version. */
    private static final Pattern SLUG = Pattern.compile("[a-z](?:[a-z0-9-]*[a-z0-9])?");

    private ModelName() {}

    static void check(Rules rules, String field, String name, int longest) {
        if (name.isEmpty()) {
            rules.that(false, field, Rule.REQUIRED);
        } else if (name.length() > longest) {
            rules.that(false, field, Rule.TOO_LONG, longest);
        } else {
            rules.that(
                    SLUG.matcher(name).matches(),
                    field,
                    Rule.WRONG_TYPE,
                    Reason.A_NAME_IN_ADDRESSES);
        }
    }
}
