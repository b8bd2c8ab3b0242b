package dev.wavetrain.experiments;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.Missing;
import dev.wavetrain.sequence.Scaling;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.training.TrainingDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a definition: what it is, or all that is wrong with it. */
final class DefinitionReader {

    private DefinitionReader() {}

    static Definition read(JsonNode root) {
        if (!root.isObject()) {
            throw new InvalidValue(new FieldError("definition", Rule.WRONG_TYPE, Reason.AN_OBJECT));
        }
        FieldNotes notes = new FieldNotes();
        JsonFields fields = JsonFields.root(root, notes);
        SequenceDefinition sequence = sequence(fields.required("sequence"));
        NetworkDefinition network = network(fields.required("network"));
        TrainingDefinition training = TrainingReader.read(fields.required("training"));
        fields.rejectUnknown();
        if (!notes.errors().isEmpty() || sequence == null || network == null || training == null) {
            throw new InvalidValue(notes.errors());
        }
        return new Definition(sequence, network, training);
    }

    static SequenceDefinition readSequence(JsonNode json) {
        FieldNotes notes = new FieldNotes();
        ObjectNode root = JsonNodeFactory.instance.objectNode().set("sequence", json);
        SequenceDefinition sequence = sequence(JsonFields.root(root, notes).required("sequence"));
        if (!notes.errors().isEmpty() || sequence == null) {
            throw new InvalidValue(notes.errors());
        }
        return sequence;
    }

    private static @Nullable SequenceDefinition sequence(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        Task task = fields.requiredChoice("task", Task.NEXT_STEP);
        Source input = source(fields.required("input"));
        Source target = source(fields.optional("target"));
        Domain domain = domain(fields.optional("domain"));
        int window = fields.requiredInteger("window", 1);
        Scaling scaling = fields.choice("scaling", Scaling.NONE);
        fields.rejectUnknown();
        if (input == null || fields.isWrong("task", "input", "target", "domain", "scaling")) {
            // Rules across the fields would complain of the stand-ins: only the window's own holds.
            if (window < 1) {
                fields.note("window", Rule.AT_LEAST, 1);
            }
            return null;
        }
        return fields.build(
                () -> new SequenceDefinition(task, input, target, domain, window, scaling));
    }

    private static @Nullable Source source(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        boolean column = fields.has("dataset") || fields.has("column");
        if (column && fields.has("expression")) {
            fields.note("expression", Rule.NOT_ALLOWED, Reason.IS_A_COLUMN);
        }
        Source source = column ? column(fields) : formula(fields);
        fields.rejectUnknown();
        return source;
    }

    private static @Nullable Source formula(JsonFields fields) {
        String text = fields.text("expression", "x");
        return fields.build(() -> new Source.Formula(text));
    }

    private static @Nullable Source column(JsonFields fields) {
        String dataset = fields.text("dataset", "?");
        String column = fields.text("column", "?");
        Missing missing = fields.choice("missing", Missing.REFUSE);
        return fields.build(() -> new Source.Column(dataset, column, missing));
    }

    private static @Nullable Domain domain(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        // Stand-ins that nobody writes, so that the other bound is not found to be the same.
        String from = fields.text("from", "-1.7e-77");
        String to = fields.text("to", "1.7e-77");
        int points = fields.requiredInteger("points", Domain.MOST_POINTS);
        boolean endpoint = fields.flag("endpoint", true);
        fields.rejectUnknown();
        return fields.build(() -> new Domain(from, to, points, endpoint));
    }

    private static @Nullable NetworkDefinition network(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        Cell cell = fields.requiredChoice("cell", Cell.SIMPLE_RNN);
        List<Integer> units = fields.requiredIntegers("units", 1);
        BiasInit biasInit = fields.choice("biasInit", BiasInit.ZEROS);
        fields.rejectUnknown();
        return fields.build(() -> new NetworkDefinition(cell, units, biasInit));
    }
}
