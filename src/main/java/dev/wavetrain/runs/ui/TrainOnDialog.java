package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Rule;
import dev.wavetrain.experiments.ui.EnteredNumber;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.TrainOnRequest;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.OnceButton;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;

/** Asks how to train on from saved weights, and leads to the run that does. */
final class TrainOnDialog extends Dialog {

    private static final String RATE = "training.optimizer.learningRate";

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final RunDetails run;
    private final CheckpointDetails from;
    private final TextField epochs;
    private final TextField rate;
    private final Paragraph refused = new Paragraph();
    private final Button start;

    TrainOnDialog(
            Caller caller,
            RunDetails run,
            CheckpointDetails from,
            RunServices services,
            Texts texts) {
        super(texts.get("trainOn.title", from.epoch()));
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.run = run;
        this.from = from;
        epochs = field("trainOn.epochs", String.valueOf(run.definition().training().epochs()));
        double learningRate = run.definition().training().optimizer().learningRate();
        rate = field("trainOn.rate", EnteredNumber.text(DoubleNode.valueOf(learningRate)));
        refused.getElement().setAttribute("role", "alert");
        refused.addClassName("wt-bad");
        refused.setVisible(false);
        Div fields = new Div(epochs, rate);
        fields.addClassName("wt-train-on");
        add(new Paragraph(texts.get("trainOn.text")), fields, refused);
        start = new OnceButton(texts.get("trainOn.start"), this::start);
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickShortcut(com.vaadin.flow.component.Key.ENTER);
        getFooter().add(new Button(texts.get("action.cancel"), click -> close()), start);
        setWidth("min(480px, 92vw)");
        epochs.setAutofocus(true);
    }

    private TextField field(String key, String value) {
        TextField field = new TextField(texts.get(key));
        field.setValue(value);
        field.getElement().setAttribute("inputmode", "decimal");
        return field;
    }

    private void start() {
        epochs.setInvalid(false);
        rate.setInvalid(false);
        refused.setVisible(false);
        try {
            UI ui = UI.getCurrent();
            RunDetails queued = services.checkpoints().trainOn(caller, from.id(), request());
            close();
            ui.navigate("runs/" + queued.id());
        } catch (InvalidValue e) {
            e.errors().forEach(this::show);
        } catch (NotFound replaced) {
            refuse(texts.get("trainOn.gone"));
        } catch (Conflict damagedOrArchived) {
            refuse(texts.get("trainOn.refused"));
        }
        start.setEnabled(true);
    }

    private TrainOnRequest request() {
        JsonNode more = EnteredNumber.parse(epochs.getValue());
        if (!more.isIntegralNumber()) {
            throw new InvalidValue(
                    new FieldError(
                            "epochs", Rule.WRONG_TYPE, dev.wavetrain.common.Reason.A_WHOLE_NUMBER));
        }
        return new TrainOnRequest(
                // Beyond what a run may have either way, which is then said.
                Math.clamp(more.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE),
                new RunRequest(
                        null,
                        null,
                        run.tags(),
                        null,
                        Map.of(RATE, EnteredNumber.parse(rate.getValue()))));
    }

    private void show(FieldError error) {
        switch (error.field()) {
            case "epochs" -> invalid(epochs, error);
            case RATE -> invalid(rate, error);
            default -> refuse(texts.error(error));
        }
    }

    private void invalid(TextField field, FieldError error) {
        field.setErrorMessage(texts.error(error));
        field.setInvalid(true);
        field.focus();
    }

    private void refuse(String why) {
        refused.setText(why);
        refused.setVisible(true);
    }
}
