package dev.wavetrain.common;

import java.util.UUID;

/** The id of a run. */
public record RunId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
