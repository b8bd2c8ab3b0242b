package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A definition as fields in three sections. */
final class DefinitionForm extends Div {

    private final Texts texts;
    private final FormFields fields = new FormFields();
    private final SequenceFields sequence;
    private final TrainingFields training;
    private final UnorderedList problems = new UnorderedList();

    /**
     * @param changed told after each change that came from the browser
     */
    DefinitionForm(Texts texts, Runnable changed) {
        this.texts = texts;
        addClassName("wt-exp-form");
        Inputs inputs = new Inputs(texts, fields, changed);
        sequence = new SequenceFields(inputs);
        NetworkFields network = new NetworkFields(inputs);
        training = new TrainingFields(inputs);
        problems.addClassName("wt-exp-problems");
        problems.getElement().setAttribute("role", "alert");
        problems.setVisible(false);
        add(sequence, network, training, problems);
    }

    /** The data sets that there are to choose from. */
    void offer(List<DataColumns.Table> tables) {
        sequence.offer(tables);
    }

    void show(Definition definition) {
        sequence.follow(definition.sequence());
        training.stopsEarly(definition.training().earlyStopping() != null);
        fields.show(DefinitionJson.write(definition));
    }

    ObjectNode toJson() {
        return fields.toJson();
    }

    /** Fields that need a value and have none. */
    List<FieldError> empty() {
        return fields.empty();
    }

    /** Says at each field what is wrong with it, and below the form what has no field. */
    void show(List<FieldError> errors) {
        List<FieldError> all = new ArrayList<>(fields.empty());
        errors.stream()
                .filter(error -> all.stream().noneMatch(e -> e.field().equals(error.field())))
                .toList()
                .forEach(all::add);
        problems.removeAll();
        for (FieldError error : fields.show(all, texts)) {
            problems.add(new ListItem(error.field() + ": " + texts.error(error)));
        }
        problems.setVisible(problems.getChildren().findAny().isPresent());
    }

    /** Brings the first field that is wrong into view. */
    void focusFirstProblem() {
        getElement()
                .executeJs(
                        """
                        setTimeout(() => {
                          const bad = this.querySelector('[invalid]');
                          if (bad) { bad.focus(); bad.scrollIntoView({block: 'center'}); }
                        })\
                        """);
    }
}
