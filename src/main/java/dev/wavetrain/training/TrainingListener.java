package dev.wavetrain.training;

import java.util.function.Supplier;

/** Told what happens, on the training thread: be quick, no I/O. */
public interface TrainingListener {

    TrainingListener NONE =
            new TrainingListener() {
                @Override
                public void epochEnded(EpochResult epoch) {}

                @Override
                public void checkpointReached(Snapshot snapshot) {}
            };

    /** After each epoch, in order; before the snapshots of that epoch. */
    void epochEnded(EpochResult epoch);

    /**
     * Periodic weights when due, best weights at most once a second, and what is still owed when
     * training ends.
     */
    void checkpointReached(Snapshot snapshot);

    /**
     * Offers a point to go on from, now and then between two batches.
     *
     * @param point makes the point, which takes a copy of all weights; to be asked now or never
     */
    default void resumePointDue(Supplier<ResumePoint> point) {}

    /** The stop signal was given: the point exactly where training stopped. Comes last. */
    default void stopped(ResumePoint point) {}
}
