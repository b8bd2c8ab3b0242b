package dev.wavetrain.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/**
 * Keys that work everywhere, and the list of them behind {@code ?}. The browser listens ({@code
 * frontend/wave-keys.ts}): it knows whether someone is typing.
 */
@JsModule("./wave-keys.ts")
final class Shortcuts extends Div {

    private final Texts texts;

    Shortcuts(Texts texts) {
        this.texts = texts;
        getElement().setAttribute("hidden", true);
        getElement().addEventListener("wave-help", event -> show(this.texts));
        addAttachListener(attach -> getElement().executeJs("window.wavetrainKeys(this)"));
    }

    static void show(Texts texts) {
        Dialog dialog = new Dialog(texts.get("shortcuts.title"));
        NativeTable table = new NativeTable();
        table.addClassName("wt-shortcuts");
        row(table, texts.get("shortcuts.open"), "?");
        row(table, texts.get("shortcuts.filter"), "/");
        String then = texts.get("shortcuts.then");
        row(table, texts.get("shortcuts.runs"), "g", then, "r");
        row(table, texts.get("shortcuts.experiments"), "g", then, "e");
        row(table, texts.get("shortcuts.theme"), "t");
        row(table, texts.get("shortcuts.close"), "Esc");
        dialog.add(table);
        Button close = new Button(texts.get("action.close"), click -> dialog.close());
        dialog.getFooter().add(close);
        dialog.open();
    }

    private static void row(NativeTable table, String what, String... keys) {
        NativeTableRow row = new NativeTableRow();
        row.addHeaderCell().setText(what);
        Span line = new Span();
        for (int i = 0; i < keys.length; i++) {
            Element word = new Element(i == 1 ? "span" : "kbd");
            word.setText(keys[i]);
            line.getElement().appendChild(word);
        }
        row.addDataCell().add(line);
        table.add(row);
    }
}
