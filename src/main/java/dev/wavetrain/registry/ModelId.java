package dev.wavetrain.registry;

import java.util.UUID;

/** The id of a named model. */
public record ModelId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
