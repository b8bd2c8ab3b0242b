package dev.wavetrain.faults;

import java.util.List;

/** A worker that trains is killed; another one starts in its place. */
record KillWorker(String kind) implements Fault {

    KillWorker() {
        this("kill -9 of a worker");
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        Wavetrain victim = cluster.trainingWorker();
        victim.kill();
        List<Stand> hit = cluster.trainedBy(victim);
        cluster.without(victim);
        cluster.startWorker();
        return hit;
    }
}
