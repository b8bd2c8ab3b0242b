package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Which columns the table has, and in which order. The name is always there, and first. */
final class ColumnChooser extends Button {

    private final Texts texts;
    private final Consumer<List<Column>> changed;
    private final Div content = new Div();
    private final List<Column> order = new ArrayList<>();
    private final List<Column> chosen = new ArrayList<>();

    ColumnChooser(Texts texts, List<Column> columns, Consumer<List<Column>> changed) {
        super(texts.get("columns.title"), new Icon(Icon.Shape.COLUMNS));
        this.texts = texts;
        this.changed = changed;
        addThemeVariants(ButtonVariant.TERTIARY);
        addClassName("wt-columns-button");
        content.addClassName("wt-columns");
        take(columns);
        Popover popover = new Popover();
        popover.setTarget(this);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setModal(false);
        popover.setAriaLabel(texts.get("columns.title"));
        popover.add(content);
    }

    private void take(List<Column> columns) {
        chosen.clear();
        chosen.addAll(columns);
        order.clear();
        order.addAll(columns);
        Arrays.stream(Column.values()).filter(each -> !columns.contains(each)).forEach(order::add);
        order.remove(Column.NAME);
        draw();
    }

    private void draw() {
        content.removeAll();
        for (int i = 0; i < order.size(); i++) {
            content.add(line(i));
        }
        Button usual =
                new Button(
                        texts.get("columns.usual"),
                        click -> {
                            take(Column.usual());
                            changed.accept(List.of());
                        });
        usual.addThemeVariants(ButtonVariant.TERTIARY);
        content.add(usual);
    }

    private Div line(int at) {
        Column column = order.get(at);
        String name = texts.get("runs.column." + column);
        Checkbox shown = new Checkbox(name, chosen.contains(column));
        shown.addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(column);
            } else {
                chosen.remove(column);
            }
            tell();
        });
        NativeButton up = move(at, at - 1, Icon.Shape.ARROW_UP, "columns.up", name);
        NativeButton down = move(at, at + 1, Icon.Shape.ARROW_DOWN, "columns.down", name);
        Div line = new Div(shown, up, down);
        line.addClassName("wt-columns-line");
        return line;
    }

    private NativeButton move(int from, int to, Icon.Shape shape, String key, String name) {
        NativeButton button = new NativeButton();
        button.add(new Icon(shape));
        button.addClassName("wt-icon-button");
        button.getElement().setAttribute("aria-label", texts.get(key, name));
        button.setEnabled(to >= 0 && to < order.size());
        button.addClickListener(click -> {
            Collections.swap(order, from, to);
            draw();
            tell();
        });
        return button;
    }

    private void tell() {
        List<Column> columns = new ArrayList<>(List.of(Column.NAME));
        order.stream().filter(chosen::contains).forEach(columns::add);
        changed.accept(columns);
    }
}
