package dev.wavetrain.faults;

import java.util.List;

/** The one process that does all is killed while runs train, and started again. */
record KillSingle() implements Fault {

    @Override
    public String kind() {
        return "kill -9 of the only process (H2)";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        List<Stand> hit = cluster.running().stream().map(Stand::whenTakenAgain).toList();
        Wavetrain victim = cluster.web();
        victim.kill();
        cluster.startWeb().ready();
        victim.close();
        return hit;
    }
}
