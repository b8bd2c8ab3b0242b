package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.experiments.ui.EnteredNumber;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Numbers out of fields, and errors at fields by the last name of their path. */
final class FieldMarks {

    private FieldMarks() {}

    static double decimal(String path, TextField field) {
        JsonNode number = EnteredNumber.parse(field.getValue());
        if (!number.isNumber()) {
            throw new InvalidValue(new FieldError(path, Rule.WRONG_TYPE, Reason.A_NUMBER));
        }
        return number.doubleValue();
    }

    static int whole(String path, String text, List<FieldError> errors) {
        JsonNode number = EnteredNumber.parse(text);
        if (number.canConvertToInt() && number.isIntegralNumber()) {
            return number.intValue();
        }
        errors.add(new FieldError(path, Rule.WRONG_TYPE, Reason.A_WHOLE_NUMBER));
        return 1;
    }

    /**
     * Says each error at its field where that is shown, and clears the others.
     *
     * @return those that have no field here
     */
    static List<FieldError> show(
            Map<String, TextField> fields, List<FieldError> errors, Texts texts) {
        fields.values().forEach(field -> field.setInvalid(false));
        List<FieldError> homeless = new ArrayList<>();
        for (FieldError error : errors) {
            String last = error.field().substring(error.field().lastIndexOf('.') + 1);
            TextField field = fields.get(last.replaceAll("\\[.*", ""));
            if (field == null || !field.isVisible()) {
                homeless.add(error);
            } else if (!field.isInvalid()) {
                field.setErrorMessage(texts.error(error));
                field.setInvalid(true);
            }
        }
        return homeless;
    }
}
