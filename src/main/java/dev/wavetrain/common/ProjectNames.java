package dev.wavetrain.common;

import java.util.List;

/** What the caller's projects are called. */
@FunctionalInterface
public interface ProjectNames {

    /**
     * @param personal whether it is the caller's own
     */
    record Named(ProjectId id, String name, boolean personal) {}

    /** The caller's own first, then by name. */
    List<Named> of(Caller caller);
}
