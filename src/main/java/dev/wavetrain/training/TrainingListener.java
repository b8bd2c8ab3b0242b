package dev.wavetrain.training;

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
}
