package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.wavetrain.common.Caller;
import dev.wavetrain.experiments.ui.ModelUploadPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import org.springframework.stereotype.Component;

/** Opens the dialog that takes a model file; on the page of runs, and on that of experiments. */
@Component
class UploadButton implements ModelUploadPart {

    private final UploadServices services;

    UploadButton(UploadServices services) {
        this.services = services;
    }

    @Override
    public Button button(Caller caller, Texts texts) {
        Button upload =
                new Button(
                        texts.get("upload.model"),
                        new Icon(Icon.Shape.LAYERS),
                        click -> new ModelUploadDialog(caller, services, texts).open());
        upload.addThemeVariants(ButtonVariant.TERTIARY);
        upload.addClassName("wt-model-upload");
        return upload;
    }
}
