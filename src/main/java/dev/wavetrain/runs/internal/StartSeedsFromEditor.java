package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.experiments.SeedsStart;
import dev.wavetrain.runs.GroupRequest;
import dev.wavetrain.runs.RunRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The editor's repetition over seeds. */
@Component
class StartSeedsFromEditor implements SeedsStart {

    private final GroupQueueing queueing;

    StartSeedsFromEditor(GroupQueueing queueing) {
        this.queueing = queueing;
    }

    @Override
    public GroupId start(
            Caller caller, ExperimentId experiment, long first, int count, String key) {
        RunRequest each = new RunRequest(null, null, List.of(), null, Map.of(), key);
        return queueing.queue(caller, experiment, GroupRequest.counting(first, count, each));
    }
}
