package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.EvaluationStore;
import dev.wavetrain.checkpoints.Evaluator;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.model.DamagedModel;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.runs.EvaluationSettings;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.SequenceDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tries saved models on data. */
@Component
class Evaluations {

    /** The same noise for every model, so that they can be compared. */
    private static final long NOISE = 1;

    private final CheckpointStore checkpoints;
    private final EvaluationStore evaluations;
    private final ColumnSource columns;
    private final Turns turns;
    private final Turns visitors;
    private final EvaluationSettings settings;
    private final JsonMapper json = JsonMapper.builder().build();

    Evaluations(
            CheckpointStore checkpoints,
            EvaluationStore evaluations,
            ObjectProvider<ColumnSource> columns,
            Turns turns,
            EvaluationSettings settings) {
        this.checkpoints = checkpoints;
        this.evaluations = evaluations;
        this.columns = columns.getIfAvailable(() -> ColumnSource.NONE);
        this.turns = turns;
        this.settings = settings;
        visitors = new Turns(1, settings.patience());
    }

    /**
     * Looks whether the data that somebody chose are there and theirs to use.
     *
     * @param allowed what they may use
     */
    void requireAllowed(SequenceDefinition chosen, ColumnSource allowed) {
        var _ = data(chosen, allowed);
    }

    /** The stored answer, or a new one. No transaction is open while it is computed. */
    EvaluationDetails evaluate(
            CheckpointId id, EvaluationRequest request, SequenceDefinition sequence) {
        String key = key(request, sequence);
        return evaluations
                .find(id, key)
                .orElseGet(() -> save(id, key, compute(id, request, sequence, 0)));
    }

    /** The stored answer, or a new one that is not stored. */
    Evaluation glance(CheckpointId id, EvaluationRequest request, SequenceDefinition sequence) {
        return evaluations
                .find(id, key(request, sequence))
                .map(EvaluationDetails::result)
                .orElseGet(() -> compute(id, request, sequence, 0));
    }

    /** As {@link #glance}, with noise on what is read. */
    Evaluation tryOut(
            CheckpointId id, EvaluationRequest request, SequenceDefinition sequence, double noise) {
        return noise == 0 ? glance(id, request, sequence) : compute(id, request, sequence, noise);
    }

    /** As above, but one at a time: those who come by links never take every turn. */
    Evaluation glanceOfVisitor(
            CheckpointId id, EvaluationRequest request, SequenceDefinition sequence) {
        return visitors.take(() -> glance(id, request, sequence));
    }

    private EvaluationDetails save(CheckpointId id, String key, Evaluation result) {
        try {
            return evaluations.save(id, key, result, settings.kept());
        } catch (DataIntegrityViolationException gone) {
            // A better epoch took its place while this was computed.
            throw new NotFound("checkpoint", id);
        }
    }

    private Evaluation compute(
            CheckpointId id, EvaluationRequest request, SequenceDefinition sequence, double noise) {
        return turns.take(() -> {
            SavedModel model = model(id);
            return new Evaluator(model.network(), model.parameters(), model.scales())
                    .evaluate(data(sequence, columns).withNoise(noise, NOISE), request);
        });
    }

    private SavedModel model(CheckpointId id) {
        try {
            return ModelFile.read(checkpoints.file(id));
        } catch (DamagedModel damaged) {
            throw new Conflict("The saved model cannot be read. " + damaged.getMessage());
        }
    }

    private static SequenceData data(SequenceDefinition sequence, ColumnSource source) {
        try {
            return SequenceData.of(sequence, source);
        } catch (InvalidValue invalid) {
            throw new InvalidValue(
                    invalid.errors().stream().map(error -> error.under("sequence")).toList());
        }
    }

    private String key(EvaluationRequest request, SequenceDefinition sequence) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("mode", request.getClass().getSimpleName());
        asked.put("request", request);
        asked.put("sequence", sequence);
        return json.writeValueAsString(asked);
    }
}
