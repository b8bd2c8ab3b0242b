package dev.wavetrain.faults;

import java.util.List;

/** One thing that goes wrong while runs train. */
interface Fault {

    /** What the table calls it. */
    String kind();

    /**
     * Does it, and sees to it that the cluster can go on.
     *
     * @return where the runs that it fell on stood at that moment: they have to go on from there
     */
    List<Stand> strike(Cluster cluster);

    /** Once those runs have gone on: what belongs to it and comes later. */
    default void afterwards(Cluster cluster) {}
}
