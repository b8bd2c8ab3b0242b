package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An act as it was written down.
 *
 * @param number greater than that of all before it
 * @param projectName as it is now; null without a project, or where it is gone
 * @param address where the request came from; null where the server did it by itself
 */
public record AuditEntry(
        long number, Instant at, Act act, @Nullable String projectName, @Nullable String address) {}
