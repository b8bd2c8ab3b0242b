package dev.wavetrain.common;

import java.util.Map;

/** The projects an account is a member of, and as what, at the moment it is asked. */
@FunctionalInterface
public interface Rights {
    Map<ProjectId, MemberRole> now();

    /** Whether a link shows the run, whatever its project. */
    default boolean shows(RunId run) {
        return false;
    }

    /** Whether a link shows the group, whatever its project. */
    default boolean shows(GroupId group) {
        return false;
    }
}
