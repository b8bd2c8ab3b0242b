package dev.wavetrain.data;

/** What stands before a number's fraction. */
public enum DecimalSign {
    POINT('.'),
    COMMA(',');

    private final char character;

    DecimalSign(char character) {
        this.character = character;
    }

    public char character() {
        return character;
    }
}
