package dev.wavetrain.common;

import java.util.UUID;

/** The id of an account. */
public record UserId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
