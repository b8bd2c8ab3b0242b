package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.training.EarlyStopping;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.Shuffle;
import java.util.Locale;

/** How the net is trained. */
final class TrainingFields extends Card {

    private final Checkbox stopsEarly;
    private final Div stopping;

    TrainingFields(Inputs inputs) {
        super(inputs.texts().get("editor.training"));
        Texts texts = inputs.texts();
        add(new OptimizerFields(inputs));
        add(
                SequenceFields.row(
                        inputs.choice("training.loss", "loss", Loss.class),
                        inputs.number("training.seed")),
                SequenceFields.row(
                        inputs.number("training.batchSize"), inputs.number("training.epochs")),
                SequenceFields.row(
                        inputs.number("training.validationSplit"),
                        inputs.choice("training.shuffle", "shuffle", Shuffle.class)));
        stopsEarly = new Checkbox(texts.get("editor.stopsEarly"));
        stopping = stopping(inputs);
        stopping.setVisible(false);
        stopsEarly.addValueChangeListener(change -> {
            stopping.setVisible(change.getValue());
            if (change.isFromClient()) {
                inputs.changed();
            }
        });
        add(new H3(texts.get("editor.stopping")), stopsEarly, stopping);
        add(new H3(texts.get("editor.checkpoints")), checkpoints(inputs));
    }

    private static Div stopping(Inputs inputs) {
        TextField patience = inputs.number("training.earlyStopping.patience");
        TextField minDelta = inputs.number("training.earlyStopping.minDelta");
        // What Keras users reach for first; shown once early stopping is switched on.
        patience.setValue("20");
        minDelta.setValue("0");
        var monitor =
                inputs.choice(
                        "training.earlyStopping.monitor",
                        "monitor",
                        EarlyStopping.Monitor.class,
                        value -> value.name().toLowerCase(Locale.ROOT));
        monitor.setValue(EarlyStopping.Monitor.VAL_LOSS);
        return SequenceFields.row(monitor, patience, minDelta);
    }

    private static Div checkpoints(Inputs inputs) {
        return SequenceFields.row(
                inputs.flag("training.checkpoints.best"),
                inputs.flag("training.checkpoints.last"),
                inputs.number("training.checkpoints.every"));
    }

    /** Follows what was loaded. */
    void stopsEarly(boolean stops) {
        stopsEarly.setValue(stops);
    }
}
