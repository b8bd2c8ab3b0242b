package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.PhaseLag;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.training.Label;
import org.jspecify.annotations.Nullable;

/** The lab in a reader's words. */
record LabWords(Texts texts) {

    /** Up to this many steps a lag is shown as none. */
    private static final double HUNDREDTH = 100;

    String name(Finding finding) {
        return texts.get("lab.checkpoint", finding.runName(), finding.epoch());
    }

    /** A checkpoint among those of its run. */
    String name(CheckpointDetails one) {
        String epoch = texts.get("forecast.epoch", one.epoch());
        for (Label label : Label.values()) {
            if (one.labels().contains(label)) {
                return epoch + " · " + texts.nameOf("label", label);
            }
        }
        return epoch;
    }

    /** An error, or a dash where no truth is known to compare with. */
    String error(@Nullable Double error) {
        return error == null || !Double.isFinite(error) ? "–" : texts.number(error);
    }

    String lag(@Nullable PhaseLag lag) {
        if (lag == null) {
            return "–";
        }
        double steps = Math.rint(lag.steps() * HUNDREDTH) / HUNDREDTH;
        return steps == 0
                ? "0"
                : texts.get(
                        steps > 0 ? "lab.lag.late" : "lab.lag.early",
                        texts.number(Math.abs(steps)));
    }

    /** What is wrong, with the name of the field it is wrong with. */
    String said(FieldError error) {
        String field = error.field();
        String last = field.substring(field.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
        String name = texts.get("lab.field." + last);
        return name.startsWith("!") ? texts.error(error) : name + ": " + texts.error(error);
    }

    /** The run's name with the colour of its line before it, leading to the run. */
    static Div named(int place, String name, String address) {
        Anchor link = new Anchor(address, name);
        return named(place, link);
    }

    static Div named(int place, Component name) {
        Span colour = new Span();
        colour.addClassName("wt-lab-colour");
        colour.getStyle().set("background", "var(--wt-series-" + (1 + place % 8) + ")");
        Div line = new Div(colour, name);
        line.addClassName("wt-lab-name");
        return line;
    }
}
