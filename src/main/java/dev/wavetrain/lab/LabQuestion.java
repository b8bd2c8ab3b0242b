package dev.wavetrain.lab;

import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.sequence.Variation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What several saved nets are asked alike.
 *
 * @param start of a free run; null for the last whole window
 * @param steps of a free run
 * @param starts of decoding; needed where a net translates
 * @param data {@code input}, {@code target} and {@code domain} as in a definition; null for each
 *     net's own. Task, window and scaling stay the net's
 * @param variation how the wave is made different
 * @param sweep null for one forecast of each
 */
public record LabQuestion(
        Mode mode,
        @Nullable Integer start,
        int steps,
        List<Integer> starts,
        @Nullable JsonNode data,
        Variation variation,
        @Nullable Sweep sweep) {

    /** How nets are tried. */
    public enum Mode {
        /** Each goes on by itself, as its task has it: a free run, or decoding. */
        FORECAST,
        /** Every window of the data, with true inputs. */
        TEACHER_FORCED
    }

    /** Steps of a free run, where nobody says how many. */
    public static final int USUAL_STEPS = 100;

    public LabQuestion {
        starts = List.copyOf(starts);
        // Stored JSON has its null as a node.
        data = data == null || data.isNull() ? null : data;
        var _ = new EvaluationRequest.FreeRun(start, steps);
        if (!starts.isEmpty()) {
            var _ = new EvaluationRequest.Decode(starts);
        }
    }

    /** The same as one forecast, or as a sweep. */
    public LabQuestion with(@Nullable Sweep other) {
        return new LabQuestion(mode, start, steps, starts, data, variation, other);
    }

    LabQuestion varied(Variation other) {
        return new LabQuestion(mode, start, steps, starts, data, other, null);
    }

    /**
     * @throws InvalidValue at {@code starts} where a net translates and none are named
     */
    public EvaluationRequest request(Task task) {
        if (mode == Mode.TEACHER_FORCED) {
            return new EvaluationRequest.TeacherForced();
        }
        return task == Task.TRANSLATE
                ? new EvaluationRequest.Decode(starts)
                : new EvaluationRequest.FreeRun(start, steps);
    }

    /**
     * What a net that learned from {@code own} is tried on, noise left aside.
     *
     * @throws InvalidValue at {@code data.…} or {@code variation.…}
     */
    public SequenceDefinition sequence(SequenceDefinition own) {
        SequenceDefinition chosen = data == null ? own : chosen(data, own);
        try {
            return variation.of(chosen);
        } catch (InvalidValue e) {
            throw new InvalidValue(
                    e.errors().stream().map(error -> error.under("variation")).toList());
        }
    }

    private static SequenceDefinition chosen(JsonNode data, SequenceDefinition own) {
        ObjectNode json = (ObjectNode) data.deepCopy();
        json.put("task", own.task().name());
        json.put("window", own.window());
        json.put("scaling", own.scaling().name());
        if (own.task() != Task.TRANSLATE) {
            json.remove("target");
        }
        try {
            return DefinitionJson.readSequence(json);
        } catch (InvalidValue e) {
            throw LabErrors.ofData(e);
        }
    }
}
