package dev.wavetrain.common;

/** Text of others, repeated where there is no room for all of it. */
public final class Shortened {

    private Shortened() {}

    /**
     * The text, or its beginning and "…": never more characters than {@code most}, and none cut in
     * two.
     */
    public static String of(String text, int most) {
        return text.length() <= most ? text : beginning(text, most - 1) + "…";
    }

    /** The text as far as it fits, where nothing may say that it was longer. */
    public static String beginning(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean within = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, within ? most - 1 : most);
    }
}
