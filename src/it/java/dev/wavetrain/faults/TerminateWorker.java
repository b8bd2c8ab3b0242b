package dev.wavetrain.faults;

import java.time.Duration;
import java.util.List;

/** A worker is told to stop: it puts its runs aside and is gone; another one starts. */
record TerminateWorker() implements Fault {

    static final Duration GONE_WITHIN = Duration.ofSeconds(20);

    @Override
    public String kind() {
        return "SIGTERM of a worker";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        Wavetrain victim = cluster.trainingWorker();
        List<Stand> hit = cluster.trainedBy(victim).stream().map(Stand::whenTakenAgain).toList();
        victim.terminate();
        victim.ended(GONE_WITHIN);
        cluster.without(victim);
        cluster.startWorker();
        return hit;
    }
}
