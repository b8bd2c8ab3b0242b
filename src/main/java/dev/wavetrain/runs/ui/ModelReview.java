package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.exchange.ReadModel;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.runs.NewModel;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was found in a model file, and what is to become of it. */
final class ModelReview extends Div {

    private static final int MOST_EXPERIMENTS = 100;

    private final transient Texts texts;
    private final transient Caller caller;
    private final TextField name = new TextField();
    private final Select<Choice> experiment = new Select<>();
    private final SignalFields signal;

    /** An experiment that is there, or a new one. */
    private record Choice(@Nullable ExperimentDetails there, String said) {}

    ModelReview(
            ReadModel model,
            String title,
            SequenceDefinition usual,
            Caller caller,
            UploadServices services,
            Texts texts) {
        this.texts = texts;
        this.caller = caller;
        this.signal = new SignalFields(usual, texts);
        addClassName("wt-model-review");
        name.setLabel(texts.get("field.name"));
        name.setValue(title);
        name.setManualValidation(true);
        name.setWidthFull();
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(null, texts.get("upload.newExperiment")));
        fitting(model.model().network(), services)
                .forEach(one -> choices.add(new Choice(one, one.name())));
        experiment.setLabel(texts.get("upload.experiment"));
        experiment.setItems(choices);
        experiment.setItemLabelGenerator(Choice::said);
        experiment.setValue(choices.getFirst());
        experiment.setWidthFull();
        experiment.setVisible(choices.size() > 1);
        experiment.addValueChangeListener(
                event -> signal.setVisible(event.getValue().there() == null));
        add(found(model), name, experiment, signal);
    }

    private Paragraph found(ReadModel model) {
        Network network = model.model().network();
        Paragraph found =
                new Paragraph(
                        texts.get(
                                "upload.found." + network.head().name(),
                                texts.nameOf("upload.format", model.format()),
                                network.cell().kerasName(),
                                network.units().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(" · ")),
                                texts.count(network.parameterCount())));
        found.addClassName("wt-model-found");
        found.getElement().setAttribute("role", "status");
        return found;
    }

    /** Experiments with this very network. */
    private List<ExperimentDetails> fitting(Network network, UploadServices services) {
        return services
                .experiments()
                .list(caller, caller.workplace(), 0, MOST_EXPERIMENTS)
                .items()
                .stream()
                .filter(one ->
                        one.definition().network().cell() == network.cell()
                                && one.definition().network().units().equals(network.units())
                                && Head.of(one.definition().sequence().task()) == network.head())
                .toList();
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue where a field is wrong
     */
    NewModel entered() {
        name.setInvalid(false);
        signal.clear();
        ExperimentDetails chosen = experiment.getValue().there();
        return new NewModel(
                caller.workplace(),
                chosen == null ? null : chosen.id(),
                name.getValue(),
                chosen == null ? signal.entered() : null);
    }

    /** Whether there is a field to say it at. */
    boolean show(FieldError error) {
        if (error.field().equals("name")) {
            name.setErrorMessage(texts.error(error));
            name.setInvalid(true);
            name.focus();
            return true;
        }
        return signal.show(error);
    }
}
