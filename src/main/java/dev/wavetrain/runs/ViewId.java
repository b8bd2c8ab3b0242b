package dev.wavetrain.runs;

import java.util.UUID;

/** The id of a saved view of the list of runs. */
public record ViewId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
