package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.ui.SignalForm;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Subject;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.ui.ForecastPlan;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the checkpoints are tried on, and how. */
final class TrialForm extends Card {

    /** Where the waves come from. */
    enum From {
        OWN,
        FORMULA,
        DATA
    }

    private final Caller caller;
    private final LabServices services;
    private final Texts texts;
    private final Select<From> from = new Select<>();
    private final SignalForm signal;
    private final Paragraph fits = new Paragraph();
    private final TrialFields fields;
    private List<Subject> subjects = List.of();
    private boolean filled;

    TrialForm(Caller caller, LabServices services, Texts texts, Runnable changed) {
        super(texts.get("lab.trial"));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        from.setLabel(texts.get("lab.data"));
        from.setItems(From.values());
        from.setItemLabelGenerator(value -> texts.nameOf("lab.data", value));
        from.setValue(From.OWN);
        from.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                follow();
                changed.run();
            }
        });
        signal = new SignalForm(texts, changed);
        fits.setText(texts.get("lab.data.fits"));
        fits.addClassName("wt-muted");
        fields = new TrialFields(texts, changed);
        Div data = new Div(from, signal, fits);
        data.addClassName("wt-lab-data");
        add(data, fields);
        follow();
    }

    /** Shows the fields that these nets need. */
    void follow(List<Subject> now) {
        subjects = now;
        if (!filled && !now.isEmpty()) {
            filled = true;
            RunDetails first = now.getFirst().run();
            fields.begin(ForecastPlan.of(first.definition().sequence()));
            JsonNode sequence = DefinitionJson.write(first.definition()).path("sequence");
            signal.offer(services.data().tables(caller, first.project()));
            signal.show(sequence);
            follow();
        }
        now.stream()
                .filter(TrialForm::translates)
                .findFirst()
                .ifPresent(one ->
                        fields.beginDecoding(ForecastPlan.of(one.run().definition().sequence())));
        fields.follow(
                now.stream().anyMatch(one -> !translates(one)),
                now.stream().anyMatch(TrialForm::translates));
        follow();
    }

    /** Puts an earlier question into the fields. */
    void show(LabQuestion question) {
        filled = true;
        if (!subjects.isEmpty()) {
            RunDetails first = subjects.getFirst().run();
            signal.offer(services.data().tables(caller, first.project()));
            signal.show(DefinitionJson.write(first.definition()).path("sequence"));
        }
        JsonNode data = question.data();
        if (data != null) {
            signal.show(data);
            from.setValue(data.path("input").has("dataset") ? From.DATA : From.FORMULA);
        }
        fields.show(question);
        follow();
    }

    private static boolean translates(Subject subject) {
        return subject.run().definition().sequence().task() == Task.TRANSLATE;
    }

    private void follow() {
        boolean own = from.getValue() == From.OWN;
        signal.setVisible(!own);
        fits.setVisible(!own);
        signal.ask(from.getValue() == From.DATA, subjects.stream().anyMatch(TrialForm::translates));
        fields.formulas(
                from.getValue() == From.FORMULA
                        || own
                                && subjects.stream()
                                        .noneMatch(one ->
                                                one.run().definition().sequence().namesData()));
    }

    /** Empty, and said at the fields, where they do not make sense. */
    Optional<LabQuestion> question() {
        show(List.of());
        @Nullable JsonNode data = null;
        if (from.getValue() != From.OWN) {
            List<FieldError> empty = signal.empty();
            if (!empty.isEmpty()) {
                signal.show(empty);
                return Optional.empty();
            }
            data = signal.data();
        }
        try {
            return Optional.of(fields.question(data));
        } catch (InvalidValue e) {
            show(e.errors());
            return Optional.empty();
        }
    }

    /**
     * Says what is wrong at its field.
     *
     * @return what has no field here
     */
    List<FieldError> show(List<FieldError> errors) {
        List<FieldError> ofData = new ArrayList<>();
        List<FieldError> others = new ArrayList<>();
        for (FieldError error : errors) {
            if (error.field().startsWith("data.") && from.getValue() != From.OWN) {
                ofData.add(
                        new FieldError(
                                "sequence" + error.field().substring("data".length()),
                                error.rule(),
                                error.arguments()));
            } else {
                others.add(error);
            }
        }
        List<FieldError> homeless = new ArrayList<>(signal.show(ofData));
        homeless.addAll(fields.show(others));
        return homeless;
    }
}
