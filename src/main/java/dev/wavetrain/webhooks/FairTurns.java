package dev.wavetrain.webhooks;

import dev.wavetrain.common.ProjectId;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which project something is sent for next. One at a time of each, and first the one whose last
 * turn was longest ago: however much one has waiting, the others do not wait for it. Those that
 * were slow the last time never have more than half of the turns, so that receivers which hang
 * leave the other half to those which answer.
 */
final class FairTurns {

    private final int most;
    private final int mostSlow;
    private final Set<ProjectId> busy = new HashSet<>();

    /** Until they are quick once; as many at most as there are projects. */
    private final Set<ProjectId> slow = new HashSet<>();

    /** Those that had a turn since all that they have to be sent was sent; the last one last. */
    private final Set<ProjectId> served = new LinkedHashSet<>();

    /**
     * @param most turns at the same time
     */
    FairTurns(int most) {
        this.most = most;
        this.mostSlow = Math.max(1, most / 2);
    }

    synchronized boolean areLeft() {
        return busy.size() < most;
    }

    /**
     * Empty where none of them may have one now.
     *
     * @param due projects that have something to be sent
     */
    synchronized Optional<ProjectId> next(Collection<ProjectId> due) {
        Set<ProjectId> all = new HashSet<>(due);
        all.addAll(busy);
        served.retainAll(all);
        boolean slowToo = busy.stream().filter(slow::contains).count() < mostSlow;
        return areLeft()
                ? Stream.concat(
                                due.stream().filter(one -> !served.contains(one)),
                                served.stream().filter(due::contains))
                        .filter(one -> !busy.contains(one))
                        .filter(one -> slowToo || !slow.contains(one))
                        .findFirst()
                : Optional.empty();
    }

    synchronized void begin(ProjectId project) {
        busy.add(project);
        served.remove(project);
        served.add(project);
    }

    /**
     * @param wasSlow whether it held its sender for long
     */
    synchronized void end(ProjectId project, boolean wasSlow) {
        busy.remove(project);
        if (wasSlow) {
            slow.add(project);
        } else {
            slow.remove(project);
        }
    }
}
