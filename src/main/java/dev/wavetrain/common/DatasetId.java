package dev.wavetrain.common;

import java.util.UUID;

/** The id of a data set. */
public record DatasetId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
