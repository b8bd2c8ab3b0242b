package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One field of a form and the place of its value in the JSON of a definition. */
interface Binding {
    /** From the root, such as {@code training.batchSize}. */
    String path();

    Component component();

    /** What was entered, as it will be sent; null where nothing was entered but must be. */
    @Nullable JsonNode value();

    void show(JsonNode value);

    /**
     * Says what is wrong, or that nothing is.
     *
     * @param path the field's, or one below it
     */
    void error(String path, @Nullable String message);

    /** Fields that are hidden are left out of the definition. */
    default boolean included() {
        for (Component c = component(); c != null; c = c.getParent().orElse(null)) {
            if (!c.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
