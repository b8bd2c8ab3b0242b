package dev.wavetrain.common;

import java.util.UUID;

/** The id of a project. */
public record ProjectId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
