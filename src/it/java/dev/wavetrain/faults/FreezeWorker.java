package dev.wavetrain.faults;

import java.time.Duration;
import java.util.List;

/**
 * A worker stands still for longer than the others wait for it, and goes on as if nothing had been:
 * what it then writes is refused, and it stops.
 */
final class FreezeWorker implements Fault {

    private final Duration frozenFor;
    private Wavetrain victim;
    private List<Stand> hit = List.of();
    private long since;

    FreezeWorker(Duration frozenFor) {
        this.frozenFor = frozenFor;
    }

    @Override
    public String kind() {
        return "SIGSTOP of a worker for " + frozenFor.toSeconds() + " s";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        Wavetrain worker = cluster.trainingWorker();
        worker.freeze();
        return frozen(worker, cluster);
    }

    /** A worker has just been frozen. */
    List<Stand> frozen(Wavetrain worker, Cluster cluster) {
        victim = worker;
        since = System.nanoTime();
        hit = cluster.trainedBy(victim);
        return hit;
    }

    @Override
    public void afterwards(Cluster cluster) {
        while (Waiting.secondsSince(since) < frozenFor.toMillis() / 1e3) {
            Waiting.pass(Duration.ofMillis(100));
        }
        victim.thaw();
        for (Stand run : hit) {
            Waiting.until(
                    Duration.ofSeconds(30),
                    () -> "the late worker to give up " + run + ":\n" + victim.log(),
                    () -> victim.log().contains("run " + run.run() + " is no longer trained by"));
        }
    }
}
