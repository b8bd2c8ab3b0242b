package dev.wavetrain.registry.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.checkpoints.DamagedWeights;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Forbidden;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.registry.ModelId;
import dev.wavetrain.registry.ModelName;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.registry.NamedModels;
import dev.wavetrain.registry.Promotion;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.OnceButton;
import dev.wavetrain.shell.parts.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks which model a checkpoint becomes a version of, and leads to it. */
@StyleSheet("styles/team.css")
@StyleSheet("styles/models.css")
final class PromoteDialog extends Dialog {

    private final Caller caller;
    private final CheckpointId checkpoint;
    private final RegistryServices services;
    private final Texts texts;
    private final Select<Optional<NamedModel>> model = new Select<>();
    private final TextField name = new TextField();
    private final TextField alias = new TextField();
    private final TextField note = new TextField();
    private final Refusal refused = new Refusal();
    private final Button send;

    PromoteDialog(
            Caller caller,
            ProjectId project,
            CheckpointId checkpoint,
            int epoch,
            RegistryServices services,
            Texts texts) {
        super(texts.get("models.promote.title", epoch));
        this.caller = caller;
        this.checkpoint = checkpoint;
        this.services = services;
        this.texts = texts;
        setWidth("min(480px, 92vw)");
        fill(services.models().list(caller, project, 0, NamedModels.MOST_A_PAGE).items());
        Div fields = new Div(model, name, alias, note);
        fields.addClassName("wt-model-fields");
        add(new Paragraph(texts.get("models.promote.text")), fields, refused);
        send = new OnceButton(texts.get("models.promote.do"), this::send);
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        getFooter().add(new Button(texts.get("action.cancel"), click -> close()), send);
    }

    private void fill(List<NamedModel> there) {
        model.setLabel(texts.get("models.model"));
        List<Optional<NamedModel>> choices = new ArrayList<>();
        there.forEach(one -> choices.add(Optional.of(one)));
        choices.add(Optional.empty());
        model.setItems(choices);
        model.setItemLabelGenerator(one ->
                one.map(known ->
                                texts.get(
                                        "models.promote.next",
                                        known.name(),
                                        known.latest().number()))
                        .orElse(texts.get("models.promote.new")));
        model.addValueChangeListener(chosen -> show(chosen.getValue().isEmpty()));
        name.setLabel(texts.get("field.name"));
        name.setHelperText(texts.get("models.name.help"));
        alias.setLabel(texts.get("models.alias"));
        alias.setValue(ModelName.CHAMPION);
        alias.setHelperText(texts.get("models.alias.help"));
        note.setLabel(texts.get("models.note"));
        note.setMaxLength(Promotion.LONGEST_NOTE);
        List.of(name, alias, note).forEach(field -> field.setManualValidation(true));
        model.setVisible(!there.isEmpty());
        model.setValue(choices.getFirst());
        show(there.isEmpty());
        name.setAutofocus(there.isEmpty());
    }

    private void show(boolean anew) {
        name.setVisible(anew);
    }

    private void send() {
        refused.clear();
        List.of(name, alias, note).forEach(field -> field.setInvalid(false));
        try {
            UI ui = UI.getCurrent();
            ModelId made = promote();
            close();
            ui.navigate("models/" + made);
        } catch (InvalidValue wrong) {
            wrong.errors().forEach(this::show);
        } catch (DamagedWeights damaged) {
            refuse("models.promote.damaged");
        } catch (Forbidden lost) {
            refuse("models.viewOnly");
        } catch (NotFound gone) {
            refuse("models.promote.gone");
        } catch (Conflict other) {
            refuse("models.promote.refused");
        }
        send.setEnabled(true);
    }

    private ModelId promote() {
        String named = alias.getValue().strip();
        Promotion promotion =
                new Promotion(note.getValue(), named.isEmpty() ? List.of() : List.of(named));
        Optional<NamedModel> chosen = model.getValue();
        if (chosen.isPresent()) {
            ModelId id = chosen.get().id();
            var _ = services.promotions().promote(caller, id, checkpoint, promotion);
            return id;
        }
        return services.promotions()
                .create(caller, name.getValue().strip(), checkpoint, promotion)
                .id();
    }

    private void show(FieldError error) {
        TextField field =
                error.field().equals("name")
                        ? name
                        : error.field().startsWith("aliases") ? alias : note;
        field.setErrorMessage(texts.error(error));
        field.setInvalid(true);
        field.focus();
    }

    private void refuse(String why) {
        refused.say(texts.get(why));
    }
}
