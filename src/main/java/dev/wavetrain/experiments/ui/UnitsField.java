package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The units of each stacked layer, one field a layer; layers come and go at the end. */
final class UnitsField extends Div implements Binding {

    private final String path;
    private final Inputs inputs;
    private final Texts texts;
    private final List<TextField> layers = new ArrayList<>();
    private final Div rows = new Div();
    private final Button more;
    private final Span problem = new Span();

    UnitsField(String path, Inputs inputs) {
        this.path = path;
        this.inputs = inputs;
        this.texts = inputs.texts();
        this.more =
                new Button(
                        texts.get("editor.addLayer"),
                        new Icon(Icon.Shape.PLUS),
                        click -> addCopyOfLast());
        more.addThemeVariants(ButtonVariant.TERTIARY);
        problem.addClassName("wt-exp-problem");
        problem.getElement().setAttribute("role", "alert");
        rows.addClassName("wt-exp-layers");
        addClassName("wt-exp-units");
        add(rows, problem, more);
        append("");
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public @Nullable JsonNode value() {
        ArrayNode units = JsonNodeFactory.instance.arrayNode();
        layers.forEach(layer -> units.add(EnteredNumber.parse(layer.getValue())));
        return units;
    }

    @Override
    public void show(JsonNode value) {
        layers.clear();
        rows.removeAll();
        value.forEach(units -> append(EnteredNumber.text(units)));
    }

    @Override
    public void error(String at, @Nullable String message) {
        if (at.equals(path)) {
            problem.setText(message == null ? "" : message);
        }
        for (int i = 0; i < layers.size(); i++) {
            boolean here = at.equals(path + "[" + i + "]");
            if (here || message == null) {
                layers.get(i).setErrorMessage(message == null ? "" : message);
                layers.get(i).setInvalid(message != null);
            }
        }
    }

    private void addCopyOfLast() {
        append(layers.getLast().getValue());
        layers.getLast().focus();
        inputs.changed();
    }

    private void append(String units) {
        int number = layers.size() + 1;
        TextField field = new TextField(texts.get("field.network.units", number));
        field.setValue(units);
        field.addClassName("wt-number");
        field.getElement().setAttribute("inputmode", "numeric");
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(Inputs.DEBOUNCE_MILLIS);
        field.setManualValidation(true);
        field.addValueChangeListener(change -> inputs.changed());
        layers.add(field);
        Button remove = new Button(new Icon(Icon.Shape.CROSS), click -> remove(field));
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        remove.setAriaLabel(texts.get("editor.removeLayer", number));
        Div row = new Div(field, remove);
        row.addClassName("wt-exp-layer");
        rows.add(row);
        followCount();
    }

    private void remove(TextField field) {
        List<String> left =
                layers.stream().filter(layer -> layer != field).map(TextField::getValue).toList();
        layers.clear();
        rows.removeAll();
        // Built anew, so that the labels count on without a gap.
        left.forEach(this::append);
        inputs.changed();
    }

    private void followCount() {
        more.setVisible(layers.size() < NetworkDefinition.MOST_LAYERS);
        rows.getElement().setAttribute("data-layers", String.valueOf(layers.size()));
        rows.getChildren().forEach(row -> removeOf(row).setVisible(layers.size() > 1));
    }

    private static Component removeOf(Component row) {
        return row.getChildren().reduce((first, last) -> last).orElseThrow();
    }
}
