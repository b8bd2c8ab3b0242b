package dev.wavetrain.sharing.archive;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The ids that things get here, for those they had: nobody chooses an id that is taken. */
final class NewIds {

    private final Map<UUID, UUID> known = new HashMap<>();

    UUID of(UUID old) {
        return known.computeIfAbsent(old, _ -> UUID.randomUUID());
    }
}
