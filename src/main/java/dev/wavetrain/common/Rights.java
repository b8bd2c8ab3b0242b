package dev.wavetrain.common;

import java.util.Map;

/** The projects an account is a member of, and as what, at the moment it is asked. */
@FunctionalInterface
public interface Rights {
    Map<ProjectId, MemberRole> now();
}
