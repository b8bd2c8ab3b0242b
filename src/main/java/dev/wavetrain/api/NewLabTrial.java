package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.sequence.Variation;
import dev.wavetrain.sequence.Variation.Knob;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What some saved models are to be tried on in the lab. */
@Schema(name = "NewLabTrial")
record NewLabTrial(
        @Schema(description = "What a kept result is called; needed where it is to be kept.")
                @Nullable String name,
        @Schema(description = "Ids, 1 to 8.", requiredMode = Schema.RequiredMode.REQUIRED)
                List<String> checkpoints,
        @Schema(
                        description =
                                "FORECAST where left out: each goes on by itself, a free run or"
                                        + " decoding as its task has it.")
                LabQuestion.Mode mode,
        @Schema(
                        description =
                                "Of a free run: its window's first sample, 0 where left out; \"END\""
                                        + " for the last whole window.",
                        oneOf = {Integer.class, String.class})
                @Nullable Integer start,
        @Schema(description = "Of a free run: how many samples to predict; 100 where left out.")
                int steps,
        @Schema(description = "Of decoding: the first samples of the windows.")
                List<Integer> starts,
        @Schema(
                        type = "object",
                        description =
                                "`input`, `target` and `domain` as in a definition's sequence; each"
                                        + " model's own where left out.")
                @Nullable JsonNode data,
        @Schema(description = "How the wave is made different.") @Nullable Variation variation,
        @Schema(description = "One number of the wave at several values.") @Nullable Sweep sweep) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewLabTrial read(JsonNode json) {
        Body body = Body.of(json);
        String name = body.text("name");
        List<String> checkpoints = checkpoints(body);
        LabQuestion.Mode mode = body.choice("mode", LabQuestion.Mode.class);
        Integer start = NewEvaluation.start(body);
        Integer steps = body.number("steps", 1, EvaluationRequest.MOST_STEPS);
        List<Integer> starts = body.numbers("starts");
        JsonNode data = data(body);
        Variation variation = nested(body, "variation", NewLabTrial::variation);
        Sweep sweep = nested(body, "sweep", NewLabTrial::sweep);
        body.check();
        return new NewLabTrial(
                name,
                checkpoints,
                mode == null ? LabQuestion.Mode.FORECAST : mode,
                start,
                steps == null ? LabQuestion.USUAL_STEPS : steps,
                starts == null ? List.of() : starts,
                data,
                variation,
                sweep);
    }

    private static List<String> checkpoints(Body body) {
        List<String> ids = body.required("checkpoints") == null ? null : body.texts("checkpoints");
        if (ids == null) {
            return List.of();
        }
        if (ids.isEmpty()) {
            body.wrong("checkpoints", Rule.TOO_FEW, 1);
        }
        if (ids.size() > Lab.MOST) {
            body.wrong("checkpoints", Rule.TOO_MANY, Lab.MOST, ids.size());
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            body.wrong("checkpoints", Rule.REPEATED, "an id");
        }
        return ids;
    }

    private static @Nullable JsonNode data(Body body) {
        JsonNode data = body.any("data");
        if (data != null && !data.isObject()) {
            body.wrong("data", Rule.WRONG_TYPE, "an object");
            return null;
        }
        if (data != null) {
            for (String own : List.of("task", "window", "scaling")) {
                if (data.has(own)) {
                    body.wrong("data." + own, Rule.UNKNOWN_FIELD);
                }
            }
        }
        return data;
    }

    private static <T> @Nullable T nested(Body body, String field, Function<Body, T> read) {
        JsonNode json = body.any(field);
        if (json == null) {
            return null;
        }
        try {
            return read.apply(Body.of(json));
        } catch (InvalidValue e) {
            body.wrong(
                    new InvalidValue(
                            e.errors().stream().map(error -> error.under(field)).toList()));
            return null;
        }
    }

    private static Variation variation(Body body) {
        double period = or(body.decimal("period"), Knob.PERIOD);
        double phase = or(body.decimal("phase"), Knob.PHASE);
        double amplitude = or(body.decimal("amplitude"), Knob.AMPLITUDE);
        double noise = or(body.decimal("noise"), Knob.NOISE);
        body.check();
        return new Variation(period, phase, amplitude, noise);
    }

    private static double or(@Nullable Double given, Knob knob) {
        return given == null ? knob.asItIs() : given;
    }

    private static Sweep sweep(Body body) {
        body.required("over");
        body.required("from");
        body.required("to");
        body.required("steps");
        Knob over = body.choice("over", Knob.class);
        Double from = body.decimal("from");
        Double to = body.decimal("to");
        Integer steps = body.number("steps", Sweep.FEWEST, Sweep.MOST);
        body.check();
        return new Sweep(
                Objects.requireNonNull(over),
                Objects.requireNonNull(from),
                Objects.requireNonNull(to),
                Objects.requireNonNull(steps));
    }

    @JsonIgnore
    List<CheckpointId> ids() {
        return checkpoints.stream().map(Ids::checkpoint).toList();
    }

    @JsonIgnore
    LabQuestion question() {
        return new LabQuestion(
                mode,
                start,
                steps,
                starts,
                data,
                variation == null ? Variation.NONE : variation,
                sweep);
    }
}
