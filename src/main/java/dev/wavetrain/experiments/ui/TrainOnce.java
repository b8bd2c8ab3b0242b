package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.UI;
import dev.wavetrain.common.RunId;
import java.util.function.Supplier;

/** Leads to the page of a run begun; what is still there for a second click begins no other. */
final class TrainOnce {

    private boolean leaving;

    void train(Supplier<RunId> start) {
        if (leaving) {
            return;
        }
        RunId run = start.get();
        leaving = true;
        UI.getCurrent().navigate("runs/" + run);
    }
}
