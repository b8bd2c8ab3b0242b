package dev.wavetrain.common;

import java.util.UUID;

/** Ids that belong to nobody and nothing, where one has to be said. None is ever given out. */
public final class NoId {

    private static final UUID NONE = new UUID(0, 0);

    public static final UserId USER = new UserId(NONE);
    public static final ProjectId PROJECT = new ProjectId(NONE);
    public static final ExperimentId EXPERIMENT = new ExperimentId(NONE);

    private NoId() {}
}
