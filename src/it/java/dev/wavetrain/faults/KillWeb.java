package dev.wavetrain.faults;

import java.util.List;

/** The process that serves is killed; workers know nothing of it. */
record KillWeb() implements Fault {

    @Override
    public String kind() {
        return "kill -9 of the web";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        Wavetrain victim = cluster.web();
        victim.kill();
        List<Stand> hit = cluster.running();
        cluster.startWeb();
        victim.close();
        return hit;
    }

    @Override
    public void afterwards(Cluster cluster) {
        cluster.web().ready();
    }
}
