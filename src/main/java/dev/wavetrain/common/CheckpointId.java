package dev.wavetrain.common;

import java.util.UUID;

/** The id of a checkpoint. */
public record CheckpointId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
