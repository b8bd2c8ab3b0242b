package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Which columns the table has, in which order, and which of them stay in sight. The name is always
 * there, and first.
 */
final class ColumnChooser extends Button {

    private final Texts texts;
    private final Consumer<ListColumns> changed;
    private final Div content = new Div();
    private final List<ListColumn> order = new ArrayList<>();
    private final List<ListColumn> chosen = new ArrayList<>();
    private final List<ListColumn> pinned = new ArrayList<>();
    private boolean filled;

    ColumnChooser(Texts texts, ListColumns columns, Consumer<ListColumns> changed) {
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
        popover.addOpenedChangeListener(change -> fill());
    }

    /** Its many fields can wait until what the page is for has been drawn. */
    void fill() {
        if (!filled) {
            filled = true;
            draw();
        }
    }

    private void take(ListColumns columns) {
        chosen.clear();
        chosen.addAll(columns.shown());
        pinned.clear();
        pinned.addAll(columns.pinned());
        order.clear();
        order.addAll(columns.shown());
        Arrays.stream(ListColumn.values())
                .filter(each -> !columns.shown().contains(each))
                .forEach(order::add);
        order.remove(ListColumn.NAME);
        if (filled) {
            draw();
        }
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
                            take(ListColumns.USUAL);
                            changed.accept(ListColumns.USUAL);
                        });
        usual.addThemeVariants(ButtonVariant.TERTIARY);
        content.add(usual);
    }

    private Div line(int at) {
        ListColumn column = order.get(at);
        String name = texts.get("runs.column." + column);
        Checkbox shown = new Checkbox(name, chosen.contains(column));
        shown.addValueChangeListener(change -> {
            if (change.getValue()) {
                chosen.add(column);
            } else {
                chosen.remove(column);
                pinned.remove(column);
            }
            tell();
        });
        NativeButton up = move(at, at - 1, Icon.Shape.ARROW_UP, "columns.up", name);
        NativeButton down = move(at, at + 1, Icon.Shape.ARROW_DOWN, "columns.down", name);
        Div line = new Div(shown, pin(column, name), up, down);
        line.addClassName("wt-columns-line");
        return line;
    }

    private NativeButton pin(ListColumn column, String name) {
        NativeButton pin = button(Icon.Shape.PIN, texts.get("columns.pin", name));
        pin.addClassName("wt-pin");
        pin.getElement().setAttribute("aria-pressed", String.valueOf(pinned.contains(column)));
        pin.addClickListener(click -> {
            if (!pinned.remove(column)) {
                pinned.add(column);
                if (!chosen.contains(column)) {
                    chosen.add(column);
                }
            }
            tell();
        });
        return pin;
    }

    /** A pinned column stays among those that are, and any other among the others. */
    private NativeButton move(int from, int to, Icon.Shape shape, String key, String name) {
        NativeButton button = button(shape, texts.get(key, name));
        button.setEnabled(
                to >= 0
                        && to < order.size()
                        && pinned.contains(order.get(from)) == pinned.contains(order.get(to)));
        button.addClickListener(click -> {
            Collections.swap(order, from, to);
            tell();
        });
        return button;
    }

    private static NativeButton button(Icon.Shape shape, String label) {
        NativeButton button = new NativeButton();
        button.add(new Icon(shape));
        button.addClassName("wt-icon-button");
        button.getElement().setAttribute("aria-label", label);
        button.getElement().setAttribute("title", label);
        return button;
    }

    private void tell() {
        ListColumns columns =
                new ListColumns(order.stream().filter(chosen::contains).toList(), pinned);
        take(columns);
        changed.accept(columns);
    }
}
