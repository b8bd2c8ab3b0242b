package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.shell.RunPart;
import dev.wavetrain.shell.Texts;
import org.springframework.core.annotation.Order;

/** Puts what the lab found of a run on the run's page. */
@Order(2)
@org.springframework.stereotype.Component
record KeptPart(LabServices services) implements RunPart {

    @Override
    public Component make(Caller caller, RunId run, Texts texts) {
        return new KeptCard(caller, run, services, texts);
    }
}
