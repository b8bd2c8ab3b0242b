package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.sequence.SequenceDefinition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What to try a saved model on.
 *
 * @param start null for the last whole window
 * @param sequence null for the run's own data
 */
@Schema(name = "NewEvaluation")
record NewEvaluation(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Mode mode,
        @Schema(
                        description =
                                "FREE_RUN: the first sample of the window to go on from, 0 where"
                                        + " left out; \"END\" for the last whole window.",
                        oneOf = {Integer.class, String.class})
                @Nullable Integer start,
        @Schema(description = "FREE_RUN: how many samples to predict.") @Nullable Integer steps,
        @Schema(description = "DECODE: the first samples of the windows.")
                @Nullable List<Integer> starts,
        @Schema(description = "Other data than the run's own.")
                @Nullable SequenceDefinition sequence) {

    /** How a net is tried. */
    enum Mode {
        /** NEXT_STEP and NEXT_VALUE: its own predictions are fed back. */
        FREE_RUN,
        /** TRANSLATE: its own outputs are fed back to the decoder. */
        DECODE,
        /** Every window of the data, with true inputs. */
        TEACHER_FORCED
    }

    private static final String END = "END";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewEvaluation read(JsonNode json) {
        Body body = Body.of(json);
        if (body.required("mode") == null) {
            body.check();
        }
        Mode mode = body.choice("mode", Mode.class);
        boolean freeRun = mode == null || mode == Mode.FREE_RUN;
        boolean decode = mode == null || mode == Mode.DECODE;
        Integer start = freeRun ? start(body) : null;
        Integer steps = freeRun ? body.number("steps", 1, EvaluationRequest.MOST_STEPS) : null;
        List<Integer> starts = decode ? body.numbers("starts") : null;
        if (mode == Mode.FREE_RUN) {
            body.required("steps");
        }
        if (mode == Mode.DECODE) {
            body.required("starts");
        }
        SequenceDefinition sequence = sequence(body);
        body.check();
        return new NewEvaluation(Objects.requireNonNull(mode), start, steps, starts, sequence);
    }

    /** 0 where it is left out, null for the last whole window. */
    static @Nullable Integer start(Body body) {
        JsonNode start = body.any("start");
        if (start == null) {
            return 0;
        }
        if (start.isString()) {
            if (!END.equals(start.stringValue())) {
                body.wrong("start", Rule.WRONG_TYPE, "a whole number or \"END\"");
            }
            return null;
        }
        return body.number("start", 0, Integer.MAX_VALUE);
    }

    private static @Nullable SequenceDefinition sequence(Body body) {
        JsonNode json = body.any("sequence");
        if (json == null) {
            return null;
        }
        try {
            return DefinitionJson.readSequence(json);
        } catch (InvalidValue e) {
            body.wrong(e);
            return null;
        }
    }

    @JsonIgnore
    EvaluationRequest request() {
        return switch (mode) {
            case FREE_RUN -> new EvaluationRequest.FreeRun(start, Objects.requireNonNull(steps));
            case DECODE -> new EvaluationRequest.Decode(Objects.requireNonNull(starts));
            case TEACHER_FORCED -> new EvaluationRequest.TeacherForced();
        };
    }
}
