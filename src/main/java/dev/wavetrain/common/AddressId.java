package dev.wavetrain.common;

import java.util.UUID;

/** Ids from addresses. What is no id names nothing, so it is not found rather than malformed. */
public final class AddressId {

    private static final int LONGEST_TOLD = 100;

    private AddressId() {}

    /**
     * @param kind what it is the id of
     */
    public static UUID of(String kind, String text) {
        try {
            UUID id = UUID.fromString(text);
            // The parser takes shortened forms as well; an id has one spelling.
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            // Falls through: the same as an id that names nothing.
        }
        throw new NotFound(kind, Shortened.of(text, LONGEST_TOLD));
    }
}
