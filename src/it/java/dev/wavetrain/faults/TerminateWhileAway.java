package dev.wavetrain.faults;

import java.util.List;

/** A worker is told to stop while it cannot put anything aside: PostgreSQL is away. */
record TerminateWhileAway(Postgres postgres) implements Fault {

    @Override
    public String kind() {
        return "SIGTERM of a worker while PostgreSQL is away";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        Wavetrain victim = cluster.trainingWorker();
        List<Stand> hit = cluster.trainedBy(victim).stream().map(Stand::whenTakenAgain).toList();
        postgres.stop();
        victim.terminate();
        victim.ended(TerminateWorker.GONE_WITHIN);
        postgres.start();
        cluster.without(victim);
        cluster.startWorker();
        return hit;
    }
}
