package dev.wavetrain.model;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import java.util.ArrayList;
import java.util.List;

/**
 * The network as its author asks for it.
 *
 * @param units one entry a stacked recurrent layer, the first nearest the input
 */
public record NetworkDefinition(Cell cell, List<Integer> units, BiasInit biasInit) {

    public static final int MOST_LAYERS = 8;
    public static final int MOST_UNITS = 4096;

    public NetworkDefinition {
        List<FieldError> errors = new ArrayList<>();
        units = List.copyOf(units);
        if (units.isEmpty()) {
            errors.add(new FieldError("units", Rule.REQUIRED));
        }
        if (units.size() > MOST_LAYERS) {
            errors.add(
                    new FieldError(
                            "units", Rule.TOO_LARGE, Reason.LAYERS.of(units.size()), MOST_LAYERS));
        }
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i) < 1) {
                errors.add(new FieldError("units[" + i + "]", Rule.AT_LEAST, 1));
            } else if (units.get(i) > MOST_UNITS) {
                errors.add(new FieldError("units[" + i + "]", Rule.AT_MOST, MOST_UNITS));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
    }
}
