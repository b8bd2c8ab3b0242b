package dev.wavetrain.runs.ui;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The runs of a list that something is to be done with. */
final class Picked {

    private final Map<RunId, RunDetails> runs = new LinkedHashMap<>();
    private final Runnable changed;

    Picked(Runnable changed) {
        this.changed = changed;
    }

    void set(RunDetails run, boolean picked) {
        if (picked) {
            runs.put(run.id(), run);
        } else {
            runs.remove(run.id());
        }
        changed.run();
    }

    boolean has(RunId run) {
        return runs.containsKey(run);
    }

    /** How they stand now, so that what can be done with them is known. */
    void follow(Collection<RunDetails> newer) {
        boolean any = false;
        for (RunDetails run : newer) {
            any |= runs.replace(run.id(), run) != null;
        }
        if (any) {
            changed.run();
        }
    }

    /** Only those that are still there. */
    void keep(Set<RunId> there) {
        if (runs.keySet().retainAll(there)) {
            changed.run();
        }
    }

    void all(Iterable<RunDetails> each) {
        each.forEach(run -> runs.put(run.id(), run));
        changed.run();
    }

    void clear() {
        runs.clear();
        changed.run();
    }

    List<RunDetails> runs() {
        return List.copyOf(runs.values());
    }
}
