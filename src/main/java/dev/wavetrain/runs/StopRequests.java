package dev.wavetrain.runs;

import dev.wavetrain.common.RunId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Reaches the runs that train in this process, so that they stop within one batch. */
@Component
public class StopRequests {

    private final Map<RunId, StopFlag> open = new ConcurrentHashMap<>();
    private volatile boolean shuttingDown;

    /**
     * The flag of a run that is about to train. Open it before the run is marked as running: a
     * request that comes in between then finds either the flag or a run that has not begun.
     */
    public StopFlag open(RunId run) {
        StopFlag[] self = new StopFlag[1];
        StopFlag flag = new StopFlag(() -> open.remove(run, self[0]));
        self[0] = flag;
        open.put(run, flag);
        if (shuttingDown) {
            flag.request(StopReason.SHUTDOWN);
        }
        return flag;
    }

    /** Does nothing where the run does not train in this process. */
    public void request(RunId run, StopReason why) {
        StopFlag flag = open.get(run);
        if (flag != null) {
            flag.request(why);
        }
    }

    /** Stops everything that trains, and what would begin later. */
    public void shutDown() {
        shuttingDown = true;
        open.values().forEach(flag -> flag.request(StopReason.SHUTDOWN));
    }

    /** Stops everything that trains now. */
    public void putAside() {
        open.values().forEach(flag -> flag.request(StopReason.PUT_ASIDE));
    }

    /** The runs that train in this process. */
    public Set<RunId> open() {
        return Set.copyOf(open.keySet());
    }

    /** How many runs train in this process. */
    public int count() {
        return open.size();
    }
}
