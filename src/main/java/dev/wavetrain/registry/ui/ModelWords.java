package dev.wavetrain.registry.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.registry.ModelName;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.shell.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Named models in a reader's words. */
record ModelWords(Texts texts) {

    /** "LSTM 75, 75". */
    String network(ModelVersion.Shape shape) {
        return texts.nameOf("cell", shape.cell())
                + " "
                + shape.units().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The validation loss where there is one, else the loss. */
    String loss(ModelVersion.Origin origin) {
        return origin.valLoss() == null
                ? texts.get("models.loss", texts.number(origin.loss()))
                : texts.get("models.valLoss", texts.number(origin.valLoss()));
    }

    /**
     * What the project is called; empty where the caller has only one.
     *
     * @param all the caller's projects
     */
    static String project(ProjectId id, List<ProjectNames.Named> all) {
        return all.size() < 2
                ? ""
                : all.stream()
                        .filter(one -> one.id().equals(id))
                        .map(ProjectNames.Named::name)
                        .findFirst()
                        .orElse("");
    }

    static Div chips(List<String> aliases) {
        Div chips = new Div();
        chips.addClassName("wt-chips");
        aliases.forEach(alias -> chips.add(chip(alias)));
        return chips;
    }

    /** An alias; that of the version to be used stands out. */
    static Span chip(String alias) {
        Span chip = new Span("@" + alias);
        chip.addClassNames("wt-chip", "wt-model-alias");
        if (alias.equals(ModelName.CHAMPION)) {
            chip.addClassName("wt-model-champion");
        }
        return chip;
    }

    static Span muted(String text) {
        Span span = new Span(text);
        span.addClassName("wt-muted");
        return span;
    }

    static Div lines(Component first, Component second) {
        Div lines = new Div(first, second);
        lines.addClassName("wt-two-lines");
        return lines;
    }
}
