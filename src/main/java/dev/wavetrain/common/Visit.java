package dev.wavetrain.common;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody without an account looks at by a link.
 *
 * @param caller who sees what the link shows, as long as it holds, and is told nothing of the rest:
 *     no owner, no experiment, no project
 * @param until null for a link without an end
 */
public record Visit(UUID link, Shared what, Caller caller, @Nullable Instant until) {}
