package dev.wavetrain.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Lets faults fall on a cluster and writes down what becomes of its runs. */
record Harness(Cluster cluster, Mix mix, Tally tally) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** One fault, until every run that it fell on goes on. */
    void strike(Fault fault) {
        long begun = System.nanoTime();
        tally.struck(fault.kind());
        List<Stand> hit = fault.strike(cluster);
        List<Stand> waiting = new ArrayList<>(hit);
        Waiting.until(
                PATIENCE,
                () -> waiting + " to go on after " + fault.kind() + "\n" + cluster.logs(),
                () -> {
                    waiting.removeIf(run -> wentOn(fault, run, begun));
                    return waiting.isEmpty();
                });
        double seconds = Waiting.secondsSince(begun);
        fault.afterwards(cluster);
        cluster.lookForLostEpochs();
        System.out.printf("%s: %d runs go on after %.1f s%n", fault.kind(), hit.size(), seconds);
    }

    private boolean wentOn(Fault fault, Stand run, long begun) {
        boolean goesOn = cluster.standNow(run.run()).filter(run::wentOnTo).isPresent();
        if (goesOn) {
            tally.wentOn(fault.kind(), run.run(), Waiting.secondsSince(begun));
        }
        return goesOn;
    }

    /** What is wrong with the disturbed runs once they have ended: nothing, it should be. */
    List<String> faultsFound() {
        return mix.compareAll(tally);
    }
}
