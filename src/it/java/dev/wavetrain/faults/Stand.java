package dev.wavetrain.faults;

import java.util.Set;

/**
 * Where a run stands in the database.
 *
 * @param worker the last that took it; empty before the first
 */
record Stand(String run, String state, int epoch, int attempt, String worker) {

    private static final Set<String> ENDS =
            Set.of("COMPLETED", "STOPPED_EARLY", "DIVERGED", "CANCELLED", "FAILED");

    boolean hasEnded() {
        return ENDS.contains(state);
    }

    boolean trainsAt(Wavetrain process) {
        return state.equals("RUNNING") && worker.equals(process.name());
    }

    /** Only another attempt counts as going on from here: epochs may still come of this one. */
    Stand whenTakenAgain() {
        return new Stand(run, state, Integer.MAX_VALUE, attempt, worker);
    }

    /** Whether an epoch or an attempt was stored since. */
    boolean wentOnTo(Stand later) {
        return later.epoch > epoch || later.attempt > attempt || later.hasEnded();
    }
}
