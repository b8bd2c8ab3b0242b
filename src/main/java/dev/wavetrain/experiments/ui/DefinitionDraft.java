package dev.wavetrain.experiments.ui;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.experiments.Checked;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.sequence.ColumnSource;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a form: a definition that can be trained, or what is wrong with it. */
sealed interface DefinitionDraft {

    record Valid(Definition definition, Checked checked) implements DefinitionDraft {}

    record Invalid(List<FieldError> errors) implements DefinitionDraft {}

    /**
     * @param empty fields that the form left out because they are empty: defaults must not stand in
     *     for them unseen
     */
    static DefinitionDraft of(ObjectNode json, List<FieldError> empty, ColumnSource columns) {
        try {
            Definition definition = DefinitionJson.read(json);
            Checked checked = DefinitionCheck.check(definition, columns);
            return empty.isEmpty() ? new Valid(definition, checked) : new Invalid(empty);
        } catch (InvalidValue e) {
            return new Invalid(e.errors());
        }
    }
}
