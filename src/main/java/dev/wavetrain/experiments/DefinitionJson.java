package dev.wavetrain.experiments;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sequence.SequenceDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Definitions as JSON: what REST takes and gives, and what is stored. */
public final class DefinitionJson {

    private static final String KIND = "training.optimizer.kind";

    private DefinitionJson() {}

    /**
     * Reads a definition; what is left out or null has Keras 2's default.
     *
     * @throws InvalidValue with everything that is wrong, each at its path from the root, such as
     *     {@code training.batchSize}; a field that is not known is wrong too
     */
    public static Definition read(JsonNode json) {
        return DefinitionReader.read(json);
    }

    /**
     * Reads the data alone.
     *
     * @throws InvalidValue as {@link #read}, each at its path below {@code sequence}
     */
    public static SequenceDefinition readSequence(JsonNode json) {
        return DefinitionReader.readSequence(json);
    }

    /** The canonical form: every field, in a fixed order. Reading it gives an equal definition. */
    public static ObjectNode write(Definition definition) {
        return DefinitionWriter.write(definition);
    }

    /**
     * The definition with some fields changed. An optimiser of another kind starts from its own
     * defaults; settings within an object that is null so far start from that object's defaults.
     *
     * @param values by dotted path, such as {@code training.epochs}
     * @throws InvalidValue as {@link #read}, so that what is wrong is named by its dotted path
     */
    public static Definition override(Definition definition, Map<String, JsonNode> values) {
        ObjectNode json = write(definition);
        List<FieldError> errors = new ArrayList<>();
        // What holds other fields is set before them, and an optimiser's kind before its settings.
        values.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<String, JsonNode>>comparingInt(
                                        entry -> entry.getKey().split("\\.", -1).length)
                                .thenComparing(entry -> !entry.getKey().equals(KIND))
                                .thenComparing(Map.Entry::getKey))
                .forEach(entry -> set(json, entry.getKey(), entry.getValue(), errors));
        try {
            Definition changed = read(json);
            if (errors.isEmpty()) {
                return changed;
            }
        } catch (InvalidValue e) {
            errors.addAll(e.errors());
        }
        throw new InvalidValue(errors);
    }

    private static void set(ObjectNode root, String path, JsonNode value, List<FieldError> errors) {
        String[] names = path.split("\\.", -1);
        ObjectNode parent = root;
        for (int i = 0; parent != null && i < names.length - 1; i++) {
            parent = child(parent, names[i]);
        }
        String last = names[names.length - 1];
        if (parent == null || last.isEmpty()) {
            errors.add(new FieldError(path, Rule.UNKNOWN_FIELD));
        } else if (path.equals(KIND) && !value.equals(parent.get(last))) {
            parent.removeAll();
            parent.set(last, value);
        } else {
            parent.set(last, value);
        }
    }

    /** The object in a field, made where it is null; null where no object can be there. */
    private static @Nullable ObjectNode child(ObjectNode parent, String name) {
        JsonNode value = parent.get(name);
        if (value != null && value.isNull()) {
            ObjectNode made = JsonNodeFactory.instance.objectNode();
            parent.set(name, made);
            return made;
        }
        return value instanceof ObjectNode object ? object : null;
    }
}
