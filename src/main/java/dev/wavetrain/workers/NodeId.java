package dev.wavetrain.workers;

import java.util.UUID;

/** The id of a process that trains, made anew at each of its starts. */
public record NodeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
