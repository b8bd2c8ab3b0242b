package dev.wavetrain.faults;

import java.time.Duration;

/**
 * How much is done: the short form is part of every build, the long one is for when there is time.
 *
 * @param kills of workers that train
 * @param killsAtStart of workers that just start
 * @param others how often each other fault falls that takes no time by itself
 * @param away how long PostgreSQL is stopped
 * @param frozen how long a worker stands still
 * @param work of a run, as a multiple of the short form's
 */
record Form(int kills, int killsAtStart, int others, Duration away, Duration frozen, int work) {

    private static final Form SHORT =
            new Form(17, 8, 1, Duration.ofSeconds(8), Duration.ofSeconds(4), 1);

    private static final Form LONG =
            new Form(80, 20, 5, Duration.ofSeconds(60), Duration.ofSeconds(60), 3);

    static Form asked() {
        return "long".equals(System.getProperty("faults.form")) ? LONG : SHORT;
    }
}
