package dev.wavetrain.registry;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sequence.Task;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked: the window that it is to go on from, or to translate.
 *
 * @param window (T, F), in the data's own units; not modified
 * @param steps how many to answer; null for one, or for all of a translation
 */
public record Question(double[][] window, @Nullable Integer steps) {

    /** Steps of one answer. */
    public static final int MOST_STEPS = 10_000;

    /** Mistakes that are named at once. */
    private static final int MOST_NAMED = 20;

    /**
     * How many steps a version of this shape is to answer.
     *
     * @throws InvalidValue at {@code window}, {@code window[t]}, {@code window[t][f]} or {@code
     *     steps}: see the OpenAPI description
     */
    int check(ModelVersion.Shape shape) {
        List<FieldError> errors = new ArrayList<>();
        boolean translates = shape.task() == Task.TRANSLATE;
        int most = translates ? shape.steps() : MOST_STEPS;
        int asked = steps != null ? steps : translates ? most : 1;
        if (asked < 1) {
            errors.add(new FieldError("steps", Rule.AT_LEAST, 1));
        } else if (asked > most) {
            errors.add(new FieldError("steps", Rule.AT_MOST, most));
        }
        if (window.length != shape.steps()) {
            errors.add(new FieldError("window", Rule.EXACTLY, shape.steps(), window.length));
        } else {
            checkRows(shape.features(), errors);
        }
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
        return asked;
    }

    private void checkRows(int features, List<FieldError> errors) {
        for (int t = 0; t < window.length && errors.size() < MOST_NAMED; t++) {
            if (window[t].length != features) {
                errors.add(
                        new FieldError(
                                "window[" + t + "]", Rule.EXACTLY, features, window[t].length));
                continue;
            }
            for (int f = 0; f < features; f++) {
                String field = "window[" + t + "]" + (features > 1 ? "[" + f + "]" : "");
                if (!Double.isFinite(window[t][f])) {
                    errors.add(new FieldError(field, Rule.FINITE));
                } else if (Math.abs(window[t][f]) > Float.MAX_VALUE) {
                    errors.add(
                            window[t][f] > 0
                                    ? new FieldError(field, Rule.AT_MOST, Float.MAX_VALUE)
                                    : new FieldError(field, Rule.AT_LEAST, -Float.MAX_VALUE));
                }
            }
        }
    }
}
