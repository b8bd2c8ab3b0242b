package dev.wavetrain.data.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.data.AskedFormat;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.data.Encoding;
import dev.wavetrain.data.Separator;
import dev.wavetrain.data.TableFormat;
import dev.wavetrain.shell.Texts;
import java.util.List;

/** How a file is read: what was found out, to be changed. */
final class FormatFields extends Div {

    private final Select<Encoding> encoding;
    private final Select<Separator> separator;
    private final Select<DecimalSign> decimal;
    private final Select<Boolean> header = new Select<>();
    private final Texts texts;

    /**
     * @param changed told what is asked for now
     */
    FormatFields(Texts texts, java.util.function.Consumer<AskedFormat> changed) {
        this.texts = texts;
        addClassName("wt-data-format");
        encoding = choice("data.encoding", Encoding.values());
        separator = choice("data.separator", Separator.values());
        decimal = choice("data.decimal", DecimalSign.values());
        header.setLabel(texts.get("data.header"));
        header.setItems(true, false);
        header.setItemLabelGenerator(
                named -> texts.get(named ? "data.header.yes" : "data.header.no"));
        add(encoding, separator, decimal, header);
        for (Select<?> field : List.of(encoding, separator, decimal, header)) {
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    changed.accept(asked());
                }
            });
        }
    }

    private <E extends Enum<E>> Select<E> choice(String key, E[] values) {
        Select<E> select = new Select<>();
        select.setLabel(texts.get(key));
        select.setItems(values);
        select.setItemLabelGenerator(value -> texts.nameOf(key, value));
        return select;
    }

    void show(TableFormat format) {
        encoding.setValue(format.encoding());
        separator.setValue(format.separator());
        decimal.setValue(format.decimal());
        header.setValue(format.header());
    }

    /** What stands in the fields; what is in none is found out. */
    AskedFormat asked() {
        return new AskedFormat(
                encoding.getValue(), separator.getValue(), decimal.getValue(), header.getValue());
    }
}
