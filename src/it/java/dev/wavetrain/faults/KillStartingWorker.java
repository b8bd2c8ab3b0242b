package dev.wavetrain.faults;

import java.time.Duration;
import java.util.List;

/** A worker is killed somewhere between its start and its first runs. */
record KillStartingWorker(Duration longest) implements Fault {

    @Override
    public String kind() {
        return "kill -9 of a starting worker";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        Wavetrain victim = cluster.startWorker();
        Waiting.pass(Duration.ofMillis(cluster.random().nextLong(longest.toMillis())));
        victim.kill();
        List<Stand> hit = cluster.trainedBy(victim);
        cluster.without(victim);
        return hit;
    }
}
