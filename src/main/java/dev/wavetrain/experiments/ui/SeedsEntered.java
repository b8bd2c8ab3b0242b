package dev.wavetrain.experiments.ui;

import dev.wavetrain.experiments.SeedsStart;
import org.jspecify.annotations.Nullable;

/**
 * What a reader entered into the two fields of the dialog.
 *
 * @param count null where it is no number of seeds that can be asked for
 * @param first null where it is no whole number, or the last seed would not be one
 */
record SeedsEntered(@Nullable Integer count, @Nullable Long first) {

    /** Full-width digits count as digits. */
    static SeedsEntered of(String count, String first) {
        Long many = whole(count);
        Integer fits =
                many != null && many >= SeedsStart.LEAST && many <= SeedsStart.MOST
                        ? Integer.valueOf(many.intValue())
                        : null;
        Long from = whole(first);
        boolean beyond = from != null && from > Long.MAX_VALUE - SeedsStart.MOST;
        return new SeedsEntered(fits, beyond ? null : from);
    }

    private static @Nullable Long whole(String text) {
        try {
            return Long.valueOf(EnteredNumber.normal(text));
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
