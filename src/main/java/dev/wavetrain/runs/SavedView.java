package dev.wavetrain.runs;

import dev.wavetrain.common.UserId;
import java.time.Instant;

/**
 * Settings of the list of runs under a name. They hold no runs and give no rights: whoever opens a
 * view sees their own runs through it.
 *
 * @param ownerName who made it
 * @param changedAt when it was made or changed last
 */
public record SavedView(
        ViewId id,
        String name,
        UserId owner,
        String ownerName,
        ListSettings settings,
        Instant createdAt,
        Instant changedAt) {

    public static final int LONGEST_NAME = 100;

    /** Of one account. */
    public static final int MOST = 100;
}
