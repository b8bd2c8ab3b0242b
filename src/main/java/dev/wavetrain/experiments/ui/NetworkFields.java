package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.select.Select;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.shell.parts.Card;

/** The net itself. */
final class NetworkFields extends Card {

    NetworkFields(Inputs inputs) {
        super(inputs.texts().get("editor.network"));
        Select<Cell> cell = inputs.choice("network.cell", "cell", Cell.class);
        UnitsField units = new UnitsField("network.units", inputs);
        inputs.bind(units);
        Select<BiasInit> biasInit = inputs.choice("network.biasInit", "biasInit", BiasInit.class);
        add(SequenceFields.row(cell, biasInit), units);
    }
}
