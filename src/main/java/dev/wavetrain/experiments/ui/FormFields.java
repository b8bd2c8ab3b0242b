package dev.wavetrain.experiments.ui;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Rule;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a definition's form. What they hold becomes the JSON that REST takes too, so that
 * both are read and refused by the same code.
 */
final class FormFields {
    private final Map<String, Binding> bindings = new LinkedHashMap<>();

    void add(Binding binding) {
        bindings.put(binding.path(), binding);
    }

    /** What is entered; fields left empty are missing in it. */
    ObjectNode toJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (Binding binding : bindings.values()) {
            JsonNode value = binding.included() ? binding.value() : null;
            if (value != null) {
                put(root, binding.path(), value);
            }
        }
        return root;
    }

    private static void put(ObjectNode root, String path, JsonNode value) {
        String[] names = path.split("\\.");
        ObjectNode parent = root;
        for (int i = 0; i < names.length - 1; i++) {
            parent = parent.withObjectProperty(names[i]);
        }
        parent.set(names[names.length - 1], value);
    }

    /** Fills the fields that the definition has. */
    void show(ObjectNode definition) {
        for (Binding binding : bindings.values()) {
            JsonNode value = definition.at("/" + binding.path().replace('.', '/'));
            if (!value.isMissingNode() && !value.isNull()) {
                binding.show(value);
            }
        }
    }

    /** Fields that are shown and empty. */
    List<FieldError> empty() {
        return bindings.values().stream()
                .filter(binding -> binding.included() && binding.value() == null)
                .map(binding -> new FieldError(binding.path(), Rule.REQUIRED))
                .toList();
    }

    /**
     * Puts each error at its field, one a field, and clears the others.
     *
     * @return those that have no field here
     */
    List<FieldError> show(List<FieldError> errors, Texts texts) {
        bindings.values().forEach(binding -> binding.error(binding.path(), null));
        List<FieldError> homeless = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (FieldError error : errors) {
            @Nullable Binding place = placeOf(error);
            if (place == null) {
                homeless.add(error);
            } else if (!taken.contains(error.field())) {
                place.error(error.field(), texts.error(error));
                taken.add(error.field());
            }
        }
        return homeless;
    }

    private @Nullable Binding placeOf(FieldError error) {
        List<String> shown =
                bindings.values().stream().filter(Binding::included).map(Binding::path).toList();
        Optional<String> path = FieldPlaces.find(shown, error.field());
        return path.map(bindings::get).orElse(null);
    }
}
