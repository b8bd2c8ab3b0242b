package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.ui.EnteredNumber;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.shell.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The wave that a model is measured on: formula, points, window. */
final class SignalFields extends Div {

    private final Texts texts;
    private final Task task;
    private final boolean endpoint;

    /** By their places in a definition. */
    private final Map<String, TextField> fields = new LinkedHashMap<>();

    SignalFields(SequenceDefinition usual, Texts texts) {
        this.texts = texts;
        this.task = usual.task();
        Domain domain = Objects.requireNonNull(usual.domain());
        this.endpoint = domain.endpoint();
        addClassName("wt-signal-fields");
        field(
                "sequence.input.expression",
                usual.target() == null ? "upload.input" : "upload.source",
                formula(usual.input()));
        if (usual.target() != null) {
            field("sequence.target.expression", "upload.target", formula(usual.target()));
        }
        field("sequence.domain.from", "upload.from", domain.from());
        field("sequence.domain.to", "upload.to", domain.to());
        field("sequence.domain.points", "upload.points", String.valueOf(domain.points()));
        field("sequence.window", "upload.window", String.valueOf(usual.window()));
    }

    private static String formula(Source source) {
        return source instanceof Source.Formula(String expression) ? expression : "";
    }

    private void field(String place, String key, String value) {
        TextField field = new TextField(texts.get(key));
        field.setValue(value);
        field.setManualValidation(true);
        field.setWidthFull();
        if (place.endsWith("expression")) {
            field.addClassName("wt-signal-formula");
        }
        fields.put(place, field);
        add(field);
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue at the places in a definition
     */
    SequenceDefinition entered() {
        ObjectNode sequence = JsonNodeFactory.instance.objectNode();
        sequence.put("task", task.name());
        fields.forEach((place, field) -> set(sequence, place, field.getValue()));
        ((ObjectNode) sequence.get("domain")).put("endpoint", endpoint);
        return DefinitionJson.readSequence(sequence);
    }

    private static void set(ObjectNode sequence, String place, String value) {
        String[] parts = place.split("\\.");
        ObjectNode into = sequence;
        for (int i = 1; i < parts.length - 1; i++) {
            into = into.withObjectProperty(parts[i]);
        }
        boolean number = place.endsWith("points") || place.endsWith("window");
        JsonNode entered =
                number
                        ? EnteredNumber.parse(value)
                        : JsonNodeFactory.instance.stringNode(value.strip());
        into.set(parts[parts.length - 1], entered);
    }

    void clear() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** Whether there is a field to say it at. */
    boolean show(FieldError error) {
        TextField field = fields.get(error.field());
        if (field == null) {
            return false;
        }
        field.setErrorMessage(texts.error(error));
        field.setInvalid(true);
        field.focus();
        return true;
    }
}
