package dev.wavetrain.sharing;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The token of a request, and how long it holds: what the request leaves open ends with it.
 *
 * @param until null for a token without an end
 */
record TokenLife(UUID id, @Nullable Instant until) implements Serializable {

    @Serial private static final long serialVersionUID = 1;
}
