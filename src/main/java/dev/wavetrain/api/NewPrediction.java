package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.Rule;
import dev.wavetrain.registry.Question;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a model is asked. */
@Schema(name = "NewPrediction", requiredProperties = "window")
record NewPrediction(
        @ArraySchema(
                        arraySchema =
                                @Schema(
                                        description =
                                                "As many values as the model reads, the oldest"
                                                        + " first, in the data's own units; each a"
                                                        + " number or a list of one for each"
                                                        + " feature."),
                        schema = @Schema(oneOf = {Double.class, Double[].class}))
                double[][] window,
        @Schema(
                        description =
                                "How many values to answer: 1 where left out; of a model that"
                                        + " translates all of its window, which is the most.",
                        minimum = "1",
                        maximum = "10000")
                @Nullable Integer steps) {

    /** Mistakes that are named at once. */
    private static final int MOST_NAMED = 20;

    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewPrediction read(JsonNode json) {
        Body body = Body.of(json);
        double[][] window = new double[0][];
        if (body.required("window") instanceof JsonNode values) {
            if (values.isArray()) {
                window = new Window(body).read(values);
            } else {
                body.wrong("window", Rule.WRONG_TYPE, "a list of numbers");
            }
        }
        Integer steps = body.number("steps", 1, Question.MOST_STEPS);
        body.check();
        return new NewPrediction(window, steps);
    }

    Question question() {
        return new Question(window, steps);
    }

    /** Reads the numbers, and notes what is none. */
    private static final class Window {

        private final Body body;
        private int wrong;

        Window(Body body) {
            this.body = body;
        }

        double[][] read(JsonNode values) {
            double[][] rows = new double[values.size()][];
            for (int t = 0; t < rows.length; t++) {
                JsonNode value = values.get(t);
                String field = "window[" + t + "]";
                rows[t] = value.isArray() ? row(value, field) : new double[] {number(value, field)};
            }
            return rows;
        }

        private double[] row(JsonNode values, String field) {
            double[] row = new double[values.size()];
            for (int f = 0; f < row.length; f++) {
                row[f] = number(values.get(f), field + "[" + f + "]");
            }
            return row;
        }

        private double number(JsonNode value, String field) {
            // What no double holds is as infinite as what says so.
            double number = value.isNumber() ? value.asDouble(Double.NaN) : Double.NaN;
            if (Double.isFinite(number) || wrong++ >= MOST_NAMED) {
                return number;
            }
            boolean meant =
                    value.isNumber()
                            || value.isString() && NOT_FINITE.contains(value.stringValue());
            if (meant) {
                body.wrong(field, Rule.FINITE);
            } else {
                body.wrong(field, Rule.WRONG_TYPE, "a number");
            }
            return number;
        }
    }
}
