package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.shell.Texts;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The form beside its preview: each change is checked, and shown or explained. */
final class CheckedForm extends Div {

    private final DefinitionForm form;
    private final PreviewPane preview;
    private final Runnable changed;
    private ColumnSource columns = ColumnSource.NONE;
    private boolean checking;

    /**
     * @param changed told once a round trip in which something changed
     */
    CheckedForm(Texts texts, Runnable changed) {
        this.changed = changed;
        addClassName("wt-exp-columns");
        form = new DefinitionForm(texts, this::later);
        preview = new PreviewPane(texts);
        add(form, preview);
    }

    /** What the definition may name from now on. */
    void offer(List<DataColumns.Table> tables, ColumnSource source) {
        columns = source;
        form.offer(tables);
    }

    void show(Definition definition) {
        form.show(definition);
        later();
    }

    ObjectNode toJson() {
        return form.toJson();
    }

    /** Whether every field has a value; the first that has none is brought into view. */
    boolean isComplete() {
        boolean complete = form.empty().isEmpty();
        if (!complete) {
            // All that is wrong, not only what is empty.
            check();
            form.focusFirstProblem();
        }
        return complete;
    }

    /** Says what is wrong, and brings the first field that is wrong into view. */
    void show(List<FieldError> errors) {
        form.show(errors);
        form.focusFirstProblem();
    }

    /** Several fields may change in one round trip: all are checked once, at its end. */
    private void later() {
        if (!checking) {
            checking = true;
            getElement()
                    .getNode()
                    .runWhenAttached(ui -> ui.beforeClientResponse(this, context -> check()));
        }
    }

    private void check() {
        checking = false;
        switch (DefinitionDraft.of(form.toJson(), form.empty(), columns)) {
            case DefinitionDraft.Valid(Definition definition, var checked) -> {
                form.show(List.of());
                preview.show(definition, checked, columns);
            }
            case DefinitionDraft.Invalid(List<FieldError> errors) -> {
                form.show(errors);
                preview.stale();
            }
        }
        changed.run();
    }
}
