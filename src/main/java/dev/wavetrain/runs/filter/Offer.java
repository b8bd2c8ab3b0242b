package dev.wavetrain.runs.filter;

/**
 * Something that could be written next.
 *
 * @param from where the text that it replaces begins, in UTF-16 units
 * @param to where that ends
 * @param text that is put there
 * @param label that is shown
 */
public record Offer(int from, int to, String text, String label, Kind kind) {

    /** What it is. */
    public enum Kind {
        METRIC,
        FIELD,
        SETTING,
        OPERATOR,
        VALUE,
        LINK
    }
}
