package dev.wavetrain.sharing.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids that things get here, for those they had: nobody chooses an id that is taken. */
final class NewIds {

    private final Map<UUID, UUID> known = new HashMap<>();

    UUID of(UUID old) {
        return known.computeIfAbsent(old, _ -> UUID.randomUUID());
    }

    /** The same of an id in a text; what is none becomes nothing that could be found. */
    String ofText(String old) {
        UUID id = uuid(old);
        return id == null ? "-" : of(id).toString();
    }

    static @Nullable UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
