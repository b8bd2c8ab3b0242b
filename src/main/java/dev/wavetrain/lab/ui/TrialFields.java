package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.runs.ui.ForecastPlan;
import dev.wavetrain.sequence.Variation;
import dev.wavetrain.sequence.Variation.Knob;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the wave is made different, where the nets begin and how far they go. */
final class TrialFields extends Div {

    private static final int TYPE_MILLIS = 350;
    private static final String END = "END";

    private final Texts texts;
    private final Runnable changed;
    private final Map<Knob, TextField> knobs = new EnumMap<>(Knob.class);
    private final Select<LabQuestion.Mode> mode = new Select<>();
    private final TextField start;
    private final TextField steps;
    private final TextField starts;
    private final Map<String, TextField> named = new LinkedHashMap<>();
    private boolean runs = true;
    private boolean decodes;

    TrialFields(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        addClassName("wt-lab-fields");
        Div varied = new Div();
        varied.addClassName("wt-lab-row");
        for (Knob knob : Knob.values()) {
            TextField field = field(path(knob), texts.nameOf("lab.knob", knob));
            field.setHelperText(texts.nameOf("lab.knob.help", knob));
            field.setValue(texts.brief(knob.asItIs()));
            knobs.put(knob, field);
            varied.add(field);
        }
        mode.setLabel(texts.get("forecast.mode"));
        mode.setItems(LabQuestion.Mode.values());
        mode.setItemLabelGenerator(value -> texts.nameOf("lab.mode", value));
        mode.setValue(LabQuestion.Mode.FORECAST);
        mode.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                follow();
                changed.run();
            }
        });
        start = field("start", texts.get("forecast.start"));
        steps = field("steps", texts.get("forecast.steps"));
        starts = field("starts", texts.get("forecast.starts"));
        start.setValue("0");
        steps.setValue(String.valueOf(LabQuestion.USUAL_STEPS));
        Div how = new Div(mode, start, steps, starts);
        how.addClassName("wt-lab-row");
        add(varied, how);
        follow();
    }

    private static String path(Knob knob) {
        return knob.name().toLowerCase(Locale.ROOT);
    }

    private TextField field(String path, String label) {
        TextField field = new TextField(label);
        field.addClassName("wt-number");
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(TYPE_MILLIS);
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        named.put(path, field);
        return field;
    }

    /** What suits a net's own data, until somebody says otherwise. */
    void begin(ForecastPlan plan) {
        start.setValue(plan.start());
        steps.setValue(plan.steps());
    }

    /** Windows that suit the first net that decodes, until somebody says otherwise. */
    void beginDecoding(ForecastPlan plan) {
        if (starts.isEmpty()) {
            starts.setValue(plan.starts());
        }
    }

    void follow(boolean anyRuns, boolean anyDecodes) {
        runs = anyRuns || !anyDecodes;
        decodes = anyDecodes;
        follow();
    }

    /** Only formulas can be stretched and moved; noise can be put on everything. */
    void formulas(boolean all) {
        knobs.forEach((knob, field) -> field.setVisible(all || knob == Knob.NOISE));
    }

    private void follow() {
        boolean alone = mode.getValue() == LabQuestion.Mode.FORECAST;
        start.setVisible(alone && runs);
        steps.setVisible(alone && runs);
        starts.setVisible(alone && decodes);
    }

    void show(LabQuestion question) {
        Variation variation = question.variation();
        set(Knob.PERIOD, variation.period());
        set(Knob.PHASE, variation.phase());
        set(Knob.AMPLITUDE, variation.amplitude());
        set(Knob.NOISE, variation.noise());
        mode.setValue(question.mode());
        Integer from = question.start();
        start.setValue(from == null ? END : from.toString());
        steps.setValue(String.valueOf(question.steps()));
        starts.setValue(
                question.starts().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        follow();
    }

    private void set(Knob knob, double value) {
        shown(knob).setValue(texts.brief(value));
    }

    private TextField shown(Knob knob) {
        return Objects.requireNonNull(knobs.get(knob));
    }

    /**
     * @param data other than each net's own
     * @throws InvalidValue at the fields
     */
    LabQuestion question(@Nullable JsonNode data) {
        List<FieldError> errors = new ArrayList<>();
        Variation variation = Variation.NONE;
        for (Knob knob : Knob.values()) {
            if (shown(knob).isVisible()) {
                try {
                    variation = variation.with(knob, FieldMarks.decimal(path(knob), shown(knob)));
                } catch (InvalidValue e) {
                    errors.addAll(e.errors());
                }
            }
        }
        Integer from = start.isVisible() ? start(errors) : Integer.valueOf(0);
        int far = steps.isVisible() ? FieldMarks.whole("steps", steps.getValue(), errors) : 1;
        List<Integer> places =
                !starts.isVisible()
                        ? List.of()
                        : Stream.of(starts.getValue().split("[\\s,、，]+"))
                                .filter(text -> !text.isEmpty())
                                .map(text -> FieldMarks.whole("starts", text, errors))
                                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
        return new LabQuestion(mode.getValue(), from, far, places, data, variation, null);
    }

    private @Nullable Integer start(List<FieldError> errors) {
        return start.getValue().strip().equalsIgnoreCase(END)
                ? null
                : Integer.valueOf(FieldMarks.whole("start", start.getValue(), errors));
    }

    /** Says errors at their fields, clears the others, and gives back what has none. */
    List<FieldError> show(List<FieldError> errors) {
        return FieldMarks.show(named, errors, texts);
    }
}
