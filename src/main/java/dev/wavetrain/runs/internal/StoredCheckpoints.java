package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunCheckpoints;
import java.util.List;
import org.springframework.stereotype.Service;

/** The checkpoints of runs, for those who may see the runs. */
@Service
class StoredCheckpoints implements RunCheckpoints {

    private final VisibleRuns runs;
    private final CheckpointStore store;

    StoredCheckpoints(VisibleRuns runs, CheckpointStore store) {
        this.runs = runs;
        this.store = store;
    }

    @Override
    public List<CheckpointDetails> list(Caller caller, RunId run) {
        runs.find(caller, run);
        return store.list(run);
    }

    @Override
    public CheckpointDetails find(Caller caller, CheckpointId id) {
        CheckpointDetails found = store.find(id).orElseThrow(() -> new NotFound("checkpoint", id));
        if (runs.findVisible(caller, found.run()).isEmpty()) {
            throw new NotFound("checkpoint", id);
        }
        return found;
    }

    @Override
    public byte[] weights(Caller caller, CheckpointId id) {
        return store.file(find(caller, id).id());
    }
}
