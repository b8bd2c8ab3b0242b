package dev.wavetrain.sharing;

import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do at one moment.
 *
 * @param version counted up at each change
 * @param session the number that sessions have to have been opened under
 * @param chosen what the account's pages are about; null for all its projects
 * @param roles empty where the account is not active
 */
record Access(
        String name,
        boolean active,
        boolean owner,
        long version,
        long session,
        ProjectId home,
        @Nullable ProjectId chosen,
        Map<ProjectId, MemberRole> roles) {

    Access {
        roles = active ? Map.copyOf(roles) : Map.of();
    }
}
