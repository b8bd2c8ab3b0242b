package dev.wavetrain.lab.ui;

import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.sequence.Variation;
import dev.wavetrain.sequence.Variation.Knob;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.KeyValues;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A question of the lab, told. */
record QuestionWords(Texts texts) {

    KeyValues told(LabQuestion question) {
        KeyValues told =
                new KeyValues()
                        .with(texts.get("lab.data"), data(question.data()))
                        .with(texts.get("forecast.mode"), mode(question));
        Variation variation = question.variation();
        told(told, Knob.PERIOD, variation.period());
        told(told, Knob.PHASE, variation.phase());
        told(told, Knob.AMPLITUDE, variation.amplitude());
        told(told, Knob.NOISE, variation.noise());
        Sweep sweep = question.sweep();
        if (sweep != null) {
            told.with(
                    texts.get("lab.sweep"),
                    texts.get(
                            "lab.sweep.told",
                            texts.nameOf("lab.knob", sweep.over()),
                            texts.brief(sweep.from()),
                            texts.brief(sweep.to()),
                            sweep.steps()));
        }
        return told;
    }

    private void told(KeyValues told, Knob knob, double value) {
        if (value != knob.asItIs()) {
            told.with(texts.nameOf("lab.knob", knob), texts.brief(value));
        }
    }

    private String data(@Nullable JsonNode data) {
        if (data == null) {
            return texts.get("lab.data.OWN");
        }
        JsonNode input = data.path("input");
        JsonNode target = data.path("target");
        String told = series(input);
        return target.isObject() ? told + " → " + series(target) : told;
    }

    private String series(JsonNode source) {
        return source.has("column")
                ? texts.get("lab.data.column", source.path("column").asString())
                : source.path("expression").asString();
    }

    private String mode(LabQuestion question) {
        if (question.mode() == LabQuestion.Mode.TEACHER_FORCED) {
            return texts.nameOf("lab.mode", question.mode());
        }
        if (!question.starts().isEmpty()) {
            return texts.get(
                    "lab.mode.starts",
                    question.starts().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        Integer start = question.start();
        return texts.get(
                "lab.mode.run", question.steps(), start == null ? "END" : start.toString());
    }
}
