package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Makes the fields of a form with one look. A field for {@code a.b} is labelled {@code field.a.b}
 * and explained by {@code help.a.b}, where that text exists.
 */
final class Inputs {
    /** Long enough not to check every key, short enough to feel alive. */
    static final int DEBOUNCE_MILLIS = 250;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Texts texts;
    private final FormFields fields;
    private final Runnable changed;

    /**
     * @param changed told after each change that came from the browser
     */
    Inputs(Texts texts, FormFields fields, Runnable changed) {
        this.texts = texts;
        this.fields = fields;
        this.changed = changed;
    }

    Texts texts() {
        return texts;
    }

    void changed() {
        changed.run();
    }

    void bind(Binding binding) {
        fields.add(binding);
    }

    TextField expression(String path) {
        TextField field = textField(path);
        field.addClassName("wt-code-field");
        return bound(
                path,
                field,
                text -> NODES.stringNode(EnteredNumber.normal(text)),
                JsonNode::asString);
    }

    TextField number(String path) {
        TextField field = textField(path);
        field.addClassName("wt-number");
        field.getElement().setAttribute("inputmode", "decimal");
        return bound(path, field, EnteredNumber::parse, EnteredNumber::text);
    }

    private TextField textField(String path) {
        TextField field = new TextField(texts.get("field." + path));
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(DEBOUNCE_MILLIS);
        field.setAutocapitalize(Autocapitalize.NONE);
        field.setAutocorrect(false);
        field.setAutocomplete(Autocomplete.OFF);
        field.setManualValidation(true);
        String help = texts.get("help." + path);
        if (!help.startsWith("!")) {
            field.setHelperText(help);
        }
        return field;
    }

    private TextField bound(
            String path,
            TextField field,
            Function<String, JsonNode> write,
            Function<JsonNode, String> read) {
        listen(field);
        bind(
                FieldBinding.plain(
                        path,
                        field,
                        text -> text == null || text.isBlank() ? null : write.apply(text),
                        read));
        return field;
    }

    <E extends Enum<E>> Select<E> choice(String path, String prefix, Class<E> type) {
        return choice(path, prefix, type, Enum::name);
    }

    /**
     * @param prefix of the texts that name the choices
     * @param written how JSON writes a choice
     */
    <E extends Enum<E>> Select<E> choice(
            String path, String prefix, Class<E> type, Function<E, String> written) {
        List<E> all = List.of(type.getEnumConstants());
        Select<E> select = new Select<>();
        select.setLabel(texts.get("field." + path));
        select.setItems(all);
        select.setItemLabelGenerator(value -> texts.nameOf(prefix, value));
        select.setManualValidation(true);
        listen(select);
        bind(
                FieldBinding.plain(
                        path,
                        select,
                        value -> value == null ? null : NODES.stringNode(written.apply(value)),
                        node -> chosen(all, written, node.asString())));
        return select;
    }

    /**
     * One of some texts, which are offered later.
     *
     * @param named how each is shown
     */
    Select<String> pick(String path, Function<String, String> named) {
        Select<String> select = new Select<>();
        select.setLabel(texts.get("field." + path));
        select.setItemLabelGenerator(named::apply);
        select.setManualValidation(true);
        listen(select);
        bind(
                new FieldBinding<>(
                        path,
                        select,
                        value -> value == null ? null : NODES.stringNode(value),
                        node -> pick(select, node.asString())));
        return select;
    }

    private static <E> E chosen(List<E> all, Function<E, String> written, String text) {
        return all.stream()
                .filter(one -> written.apply(one).equals(text))
                .findFirst()
                .orElseThrow();
    }

    Checkbox flag(String path) {
        Checkbox box = new Checkbox(texts.get("field." + path));
        box.setManualValidation(true);
        listen(box);
        bind(FieldBinding.plain(path, box, NODES::booleanNode, JsonNode::asBoolean));
        return box;
    }

    private void listen(AbstractField<?, ?> field) {
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
    }

    /** It may name something which is offered no more. */
    private static void pick(Select<String> field, String text) {
        List<String> items = new ArrayList<>(field.getListDataView().getItems().toList());
        if (!items.contains(text)) {
            items.add(text);
            field.setItems(items);
        }
        field.setValue(text);
    }
}
