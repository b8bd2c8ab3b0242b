package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.sequence.Variation.Knob;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Over which number of the wave a sweep goes, and how. */
final class SweepFields extends Div {

    private static final int USUAL_STEPS = 21;

    private final Texts texts;
    private final Select<Knob> over = new Select<>();
    private final Map<String, TextField> fields = new LinkedHashMap<>();
    private final TextField from;
    private final TextField to;
    private final TextField steps;

    SweepFields(Texts texts) {
        this.texts = texts;
        addClassName("wt-lab-row");
        over.setLabel(texts.get("lab.sweep.over"));
        over.setItems(Knob.values());
        over.setItemLabelGenerator(value -> texts.nameOf("lab.knob", value));
        over.addValueChangeListener(change -> usual(change.getValue()));
        from = field("from");
        to = field("to");
        steps = field("steps");
        steps.setValue(String.valueOf(USUAL_STEPS));
        over.setValue(Knob.PERIOD);
        add(over, from, to, steps);
    }

    private TextField field(String name) {
        TextField field = new TextField(texts.get("lab.sweep." + name));
        field.addClassName("wt-number");
        field.setManualValidation(true);
        fields.put(name, field);
        return field;
    }

    private void usual(Knob knob) {
        double[] ends =
                switch (knob) {
                    case PERIOD, AMPLITUDE -> new double[] {0.5, 2};
                    case PHASE -> new double[] {-3, 3};
                    case NOISE -> new double[] {0, 0.5};
                };
        from.setValue(texts.brief(ends[0]));
        to.setValue(texts.brief(ends[1]));
    }

    void show(Sweep sweep) {
        over.setValue(sweep.over());
        from.setValue(texts.brief(sweep.from()));
        to.setValue(texts.brief(sweep.to()));
        steps.setValue(String.valueOf(sweep.steps()));
    }

    /** Empty, and said at the fields, where they do not make sense. */
    Optional<Sweep> sweep() {
        List<FieldError> errors = new ArrayList<>();
        double first = number("from", from, errors);
        double last = number("to", to, errors);
        int count = FieldMarks.whole("steps", steps.getValue(), errors);
        if (errors.isEmpty()) {
            try {
                Sweep sweep = new Sweep(over.getValue(), first, last, count);
                FieldMarks.show(fields, List.of(), texts);
                return Optional.of(sweep);
            } catch (InvalidValue e) {
                errors.addAll(e.errors());
            }
        }
        FieldMarks.show(fields, errors, texts);
        return Optional.empty();
    }

    private static double number(String name, TextField field, List<FieldError> errors) {
        try {
            return FieldMarks.decimal(name, field);
        } catch (InvalidValue e) {
            errors.addAll(e.errors());
            return 0;
        }
    }
}
