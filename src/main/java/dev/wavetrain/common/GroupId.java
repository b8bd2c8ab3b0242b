package dev.wavetrain.common;

import java.util.UUID;

/** The id of a group of runs that differ in their seed alone. */
public record GroupId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
