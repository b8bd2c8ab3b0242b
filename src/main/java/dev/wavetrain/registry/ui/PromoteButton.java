package dev.wavetrain.registry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.shell.CheckpointPart;
import dev.wavetrain.shell.Texts;
import org.jspecify.annotations.Nullable;

/** Puts the way to a named model beside each checkpoint, for editors. */
@org.springframework.stereotype.Component
record PromoteButton(RegistryServices services) implements CheckpointPart {

    @Override
    public @Nullable Component make(
            Caller caller, ProjectId project, CheckpointId checkpoint, int epoch, Texts texts) {
        if (!caller.mayChange(project)) {
            return null;
        }
        Button promote =
                new Button(
                        texts.get("models.promote"),
                        click ->
                                new PromoteDialog(
                                                caller, project, checkpoint, epoch, services, texts)
                                        .open());
        promote.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        promote.setAriaLabel(texts.get("models.promote.named", epoch));
        promote.setTooltipText(texts.get("models.promote.help"));
        return promote;
    }
}
