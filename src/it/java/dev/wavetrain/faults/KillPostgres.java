package dev.wavetrain.faults;

import java.util.List;

/** PostgreSQL is killed, postmaster and children, and started again on what is on the disk. */
record KillPostgres(Postgres postgres) implements Fault {

    @Override
    public String kind() {
        return "kill -9 of PostgreSQL";
    }

    @Override
    public List<Stand> strike(Cluster cluster) {
        List<Stand> hit = cluster.running();
        postgres.kill();
        postgres.start();
        return hit;
    }
}
