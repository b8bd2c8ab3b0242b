package dev.wavetrain.runs;

/** What runs are filtered by that is not written with the runs themselves. */
public interface RunIndex {

    /**
     * Completes it for runs that came another way than through the queue: from an archive, or from
     * a version of Wavetrain that had none. What no run needs any more is deleted. Again does
     * nothing.
     */
    void complete();
}
