package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.sequence.Scaling;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.KeyValues;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.EarlyStopping;
import dev.wavetrain.training.TrainingDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A definition to read, in the editor's three sections and words. */
public final class DefinitionCards extends Div {

    private final Texts texts;
    private final DefinitionWords words;

    public DefinitionCards(Definition definition, Texts texts) {
        this.texts = texts;
        words = new DefinitionWords(texts);
        addClassName("wt-definition");
        add(
                new Card(texts.get("editor.sequence"), sequence(definition.sequence())),
                new Card(texts.get("editor.network"), network(definition)),
                new Card(texts.get("editor.training"), training(definition.training())));
    }

    private KeyValues sequence(SequenceDefinition sequence) {
        KeyValues values =
                new KeyValues()
                        .with(name("sequence.task"), texts.nameOf("task", sequence.task()))
                        .with(
                                texts.get("preview.input"),
                                code(DefinitionWords.source(sequence.input())));
        Source target = sequence.target();
        if (target != null) {
            values.with(texts.get("preview.target"), code(DefinitionWords.source(target)));
        }
        data(sequence.input(), values);
        if (sequence.domain() != null) {
            values.with(texts.get("preview.x"), code(words.domain(sequence.domain())));
        }
        values.with(name("sequence.window"), String.valueOf(sequence.window()));
        return sequence.scaling() == Scaling.NONE
                ? values
                : values.with(
                        name("sequence.scaling"), texts.nameOf("scaling", sequence.scaling()));
    }

    /** Where a column is found; visitors do not know. */
    private void data(Source source, KeyValues values) {
        if (source instanceof Source.Column column) {
            if (column.dataset().length() > 1) {
                values.with(
                        name("sequence.input.dataset"),
                        new Anchor("data/" + column.dataset(), texts.get("words.data")));
            }
            values.with(name("sequence.input.missing"), texts.nameOf("missing", column.missing()));
        }
    }

    private KeyValues network(Definition definition) {
        return new KeyValues()
                .with(name("network.cell"), texts.nameOf("cell", definition.network().cell()))
                .with(texts.get("words.units"), words.units(definition.network()))
                .with(
                        name("network.biasInit"),
                        texts.nameOf("biasInit", definition.network().biasInit()));
    }

    private KeyValues training(TrainingDefinition training) {
        return new KeyValues()
                .with(name("training.optimizer.kind"), words.optimizer(training.optimizer()))
                .with(name("training.loss"), texts.nameOf("loss", training.loss()))
                .with(name("training.batchSize"), texts.count(training.batchSize()))
                .with(name("training.epochs"), texts.count(training.epochs()))
                .with(
                        name("training.validationSplit"),
                        DefinitionWords.plain(training.validationSplit()))
                .with(name("training.shuffle"), texts.nameOf("shuffle", training.shuffle()))
                .with(name("training.seed"), String.valueOf(training.seed()))
                .with(texts.get("editor.stopping"), stopping(training.earlyStopping()))
                .with(texts.get("editor.checkpoints"), checkpoints(training.checkpoints()));
    }

    private String stopping(@Nullable EarlyStopping stopping) {
        return stopping == null
                ? texts.get("words.none")
                : texts.get(
                        "words.stopping",
                        texts.nameOf("monitor", stopping.monitor()),
                        stopping.patience(),
                        DefinitionWords.plain(stopping.minDelta()));
    }

    private String checkpoints(CheckpointPolicy policy) {
        List<String> kept = new ArrayList<>();
        if (policy.best()) {
            kept.add(texts.get("words.keep.best"));
        }
        if (policy.every() > 0) {
            kept.add(texts.get("words.keep.every", policy.every()));
        }
        if (policy.last()) {
            kept.add(texts.get("words.keep.last"));
        }
        return kept.isEmpty() ? texts.get("words.none") : String.join(", ", kept);
    }

    private String name(String path) {
        return texts.get("field." + path);
    }

    private static Span code(String text) {
        Span code = new Span(text);
        code.addClassName("wt-code");
        return code;
    }
}
