package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A field for one value.
 *
 * @param shown puts a value into it
 */
record FieldBinding<V, F extends AbstractField<?, V> & HasValidation>(
        String path,
        F field,
        Function<@Nullable V, @Nullable JsonNode> write,
        Consumer<JsonNode> shown)
        implements Binding {

    /**
     * @param read what the field shows for a value
     */
    static <V, F extends AbstractField<?, V> & HasValidation> FieldBinding<V, F> plain(
            String path,
            F field,
            Function<@Nullable V, @Nullable JsonNode> write,
            Function<JsonNode, V> read) {
        return new FieldBinding<>(path, field, write, node -> field.setValue(read.apply(node)));
    }

    @Override
    public Component component() {
        return field;
    }

    @Override
    public @Nullable JsonNode value() {
        return write.apply(field.getValue());
    }

    @Override
    public void show(JsonNode value) {
        shown.accept(value);
    }

    @Override
    public void error(String at, @Nullable String message) {
        field.setErrorMessage(message == null ? "" : message);
        field.setInvalid(message != null);
    }
}
