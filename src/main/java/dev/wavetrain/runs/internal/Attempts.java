package dev.wavetrain.runs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * The workers that have begun a run.
 *
 * @param attempt how many did; the last one's writes count
 * @param fruitless how many in a row vanished without another epoch, or a part of one, stored
 * @param begunEpoch how far the run was when the last one began; -1 once that one has stored a
 *     point within the epoch
 * @param worker the last one's name
 */
@Embeddable
record Attempts(
        int attempt,
        int fruitless,
        @Column(name = "begun_epoch") int begunEpoch,
        @Nullable String worker) {

    /** No run is ever there, so whoever began there has got on. */
    private static final int NOWHERE = -1;

    static final Attempts NONE = new Attempts(0, 0, 0, null);

    /** The last one has vanished, with the run at this epoch. */
    Attempts vanished(int epoch) {
        return new Attempts(attempt, epoch == begunEpoch ? fruitless + 1 : 0, begunEpoch, worker);
    }

    /** The last one put the run aside in order. */
    Attempts putAside() {
        return new Attempts(attempt, 0, begunEpoch, worker);
    }

    /** The last one stored a point to go on from: it did not live in vain. */
    Attempts gotOn() {
        return new Attempts(attempt, 0, NOWHERE, worker);
    }

    Attempts begun(String by, int epoch) {
        return new Attempts(attempt + 1, fruitless, epoch, by);
    }
}
