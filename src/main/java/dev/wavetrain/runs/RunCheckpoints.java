package dev.wavetrain.runs;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.sequence.SequenceDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of runs, for those who may see the runs. Somebody who only has a link to a run
 * may list its checkpoints and {@link #glance} at them; to the rest it is {@link
 * dev.wavetrain.common.NotFound}.
 */
public interface RunCheckpoints {

    /** By epoch, ascending. */
    List<CheckpointDetails> list(Caller caller, RunId run);

    CheckpointDetails find(Caller caller, CheckpointId checkpoint);

    /** The saved model, a DL4J zip. */
    byte[] weights(Caller caller, CheckpointId checkpoint);

    /**
     * The saved model as an ONNX file.
     *
     * @throws dev.wavetrain.common.Conflict where the weights are damaged
     */
    byte[] onnx(Caller caller, CheckpointId checkpoint);

    /**
     * Tries a saved model on data and stores what it came to. The same request gives the stored
     * answer.
     *
     * @param sequence the data; null for that of the run
     * @throws dev.wavetrain.common.InvalidValue where request or data do not suit the model: see
     *     {@link dev.wavetrain.checkpoints.Evaluator#evaluate}; fields of the data are below {@code
     *     sequence}
     */
    EvaluationDetails evaluate(
            Caller caller,
            CheckpointId checkpoint,
            EvaluationRequest request,
            @Nullable SequenceDefinition sequence);

    /**
     * Queues a run that begins with a checkpoint's weights, and with the state of their optimiser
     * where it was saved with them and is of the same kind.
     *
     * @throws dev.wavetrain.common.InvalidValue at {@code overrides} where the network would get
     *     another shape, else at the definition's own path
     * @throws dev.wavetrain.common.Conflict where the weights are damaged or the experiment is
     *     archived
     */
    RunDetails trainOn(Caller caller, CheckpointId checkpoint, TrainOnRequest request);

    /** Where a run's weights come from and went to; at most a hundred descendants. */
    RunFamily family(Caller caller, RunId run);

    /**
     * The same on the run's own data, stored by nobody: for many checkpoints looked at in passing.
     */
    Evaluation glance(Caller caller, CheckpointId checkpoint, EvaluationRequest request);

    /**
     * Tries a saved model on data of the caller's choice; nothing is stored.
     *
     * @param sequence the data
     * @param noise on what the model reads, in the data's own units: see {@link
     *     dev.wavetrain.sequence.SequenceData#withNoise}; the same for every model
     * @throws dev.wavetrain.common.InvalidValue as {@link #evaluate}
     */
    Evaluation tryOut(
            Caller caller,
            CheckpointId checkpoint,
            EvaluationRequest request,
            SequenceDefinition sequence,
            double noise);
}
