package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.shell.AccountPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.talking.Notices;

/** Puts on one's account what one wants to be told. */
@org.springframework.stereotype.Component
record ChoicesPart(Notices notices, ProjectNames projects) implements AccountPart {

    @Override
    public Component make(Caller caller, Texts texts) {
        return new ChoicesCard(caller, this, texts);
    }
}
