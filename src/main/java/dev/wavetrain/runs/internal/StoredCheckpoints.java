package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.exchange.OnnxFile;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.model.DamagedModel;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunFamily;
import dev.wavetrain.runs.TrainOnRequest;
import dev.wavetrain.sequence.SequenceDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The checkpoints of runs, for those who may see the runs. */
@Service
class StoredCheckpoints implements RunCheckpoints {

    private final VisibleRuns runs;
    private final CheckpointStore store;
    private final Evaluations evaluations;
    private final RunMapper mapper;
    private final TrainingOn trainingOn;
    private final Families families;
    private final DataColumns data;

    StoredCheckpoints(
            VisibleRuns runs,
            CheckpointStore store,
            Evaluations evaluations,
            RunMapper mapper,
            TrainingOn trainingOn,
            Families families,
            DataColumns data) {
        this.runs = runs;
        this.store = store;
        this.evaluations = evaluations;
        this.mapper = mapper;
        this.trainingOn = trainingOn;
        this.families = families;
        this.data = data;
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
        CheckpointDetails found = find(caller, id);
        runs.findAsMember(caller, found.run());
        return store.file(found.id());
    }

    @Override
    public byte[] onnx(Caller caller, CheckpointId id) {
        try {
            return OnnxFile.write(ModelFile.read(weights(caller, id)));
        } catch (DamagedModel damaged) {
            throw new Conflict("The saved weights cannot be read. " + damaged.getMessage());
        }
    }

    @Override
    public EvaluationDetails evaluate(
            Caller caller,
            CheckpointId id,
            EvaluationRequest request,
            @Nullable SequenceDefinition sequence) {
        return evaluations.evaluate(id, request, allowed(caller, id, sequence));
    }

    @Override
    public Evaluation tryOut(
            Caller caller,
            CheckpointId id,
            EvaluationRequest request,
            SequenceDefinition sequence,
            double noise) {
        return evaluations.tryOut(id, request, allowed(caller, id, sequence), noise);
    }

    /** The data that a member may try the checkpoint on; null for the run's own. */
    private SequenceDefinition allowed(
            Caller caller, CheckpointId id, @Nullable SequenceDefinition sequence) {
        RunEntity run = runs.findAsMember(caller, find(caller, id).run());
        SequenceDefinition own = mapper.definition(run).sequence();
        if (sequence != null && sequence.namesData() && !sequence.equals(own)) {
            evaluations.requireAllowed(sequence, data.in(new ProjectId(run.origin().project())));
        }
        return sequence == null ? own : sequence;
    }

    @Override
    public RunDetails trainOn(Caller caller, CheckpointId id, TrainOnRequest request) {
        CheckpointDetails from = find(caller, id);
        return trainingOn.queue(caller, runs.findAsMember(caller, from.run()), from, request);
    }

    @Override
    @Transactional(readOnly = true)
    public RunFamily family(Caller caller, RunId run) {
        return families.of(caller, runs.findAsMember(caller, run));
    }

    @Override
    public Evaluation glance(Caller caller, CheckpointId id, EvaluationRequest request) {
        RunEntity run = runs.find(caller, find(caller, id).run());
        SequenceDefinition own = mapper.definition(run).sequence();
        return caller.sees(new ProjectId(run.origin().project()))
                ? evaluations.glance(id, request, own)
                : evaluations.glanceOfVisitor(id, request, own);
    }
}
