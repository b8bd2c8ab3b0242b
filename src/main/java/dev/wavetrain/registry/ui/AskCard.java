package dev.wavetrain.registry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import dev.wavetrain.registry.ModelName;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Toast;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How a script asks the model: a command that works as it stands, once a token is in it. */
final class AskCard extends Card {

    /** Only the browser knows under which name the server is reached. */
    private static final String HERE = "HERE/";

    private static final int SOME_STEPS = 20;

    private final Texts texts;
    private final Pre command = new Pre();

    /**
     * @param alone whether the caller sees no other model of the name
     */
    AskCard(NamedModel model, List<ModelVersion> versions, boolean alone, Texts texts) {
        super(texts.get("models.ask"));
        this.texts = texts;
        String reference =
                model.alias(ModelName.CHAMPION)
                        .or(() -> model.aliases().stream().findFirst())
                        .map(NamedModel.Alias::name)
                        .orElse(String.valueOf(model.latest().number()));
        ModelVersion version =
                versions.stream()
                        .filter(one -> one.aliases().contains(reference))
                        .findFirst()
                        .orElse(model.latest());
        Paragraph lead =
                new Paragraph(
                        texts.get(
                                version.shape().task() == Task.TRANSLATE
                                        ? "models.ask.translate"
                                        : "models.ask.forecast",
                                version.shape().steps()));
        lead.addClassNames("wt-muted", "wt-model-lead");
        String where =
                "api/v1/models/"
                        + model.name()
                        + "@"
                        + reference
                        + "/predict"
                        + (alone ? "" : "?project=" + model.project());
        String text = curl(where, version.shape());
        command.setText(text);
        command.addClassNames("wt-code", "wt-model-command");
        command.getElement().setAttribute("tabindex", "0");
        command.getElement().setAttribute("dir", "ltr");
        command.getElement().setAttribute("aria-label", texts.get("models.ask.command"));
        command.getElement().setAttribute("role", "region");
        command.getElement()
                .executeJs(
                        "this.textContent = $0.replace($1, new URL('.', document.baseURI).href)",
                        text,
                        HERE);
        Paragraph token = new Paragraph(texts.get("models.ask.token"));
        token.addClassNames("wt-muted", "wt-model-lead");
        add(lead, command, token);
        withActions(copy());
        addClassName("wt-model-ask");
    }

    private Div copy() {
        Button copy = new Button(texts.get("action.copy"), new Icon(Icon.Shape.COPY));
        copy.addClickListener(click -> {
            command.getElement().executeJs("navigator.clipboard?.writeText(this.textContent)");
            Toast.say(texts.get("models.ask.copied"));
        });
        return new Div(copy);
    }

    private static String curl(String where, ModelVersion.Shape shape) {
        String steps = shape.task() == Task.TRANSLATE ? "" : ", \"steps\": " + SOME_STEPS;
        return """
        curl -H "Authorization: Bearer $WAVETRAIN_TOKEN" \\
          -H "Content-Type: application/json" \\
          -d '{"window": [%s]%s}' \\
          "%s%s\"\
        """
                .formatted(window(shape), steps, HERE, where);
    }

    /** A piece of a sine, to be replaced. */
    private static String window(ModelVersion.Shape shape) {
        return IntStream.range(0, shape.steps())
                .mapToObj(t -> value(t, shape.features()))
                .collect(Collectors.joining(", "));
    }

    private static String value(int step, int features) {
        String one = String.format(Locale.ROOT, "%.2f", Math.sin(step / 4.0));
        return features == 1
                ? one
                : IntStream.range(0, features)
                        .mapToObj(f -> one)
                        .collect(Collectors.joining(", ", "[", "]"));
    }
}
