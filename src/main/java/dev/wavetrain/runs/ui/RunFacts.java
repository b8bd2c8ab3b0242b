package dev.wavetrain.runs.ui;

import dev.wavetrain.experiments.ui.DefinitionWords;
import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import java.time.Duration;

/** What columns say that are a word or a number. */
final class RunFacts {

    private final Texts texts;
    private final RunWords words;
    private final DefinitionWords definitions;

    RunFacts(Texts texts) {
        this.texts = texts;
        this.words = new RunWords(texts);
        this.definitions = new DefinitionWords(texts);
    }

    String of(ListColumn column, RunDetails run) {
        return switch (column) {
            case BEST -> words.loss(run.progress().best());
            case VAL_LOSS -> words.loss(run.progress().valLoss());
            case LOSS -> words.loss(run.progress().loss());
            case PACE -> words.speed(run);
            case TOOK -> took(run);
            case CELL -> definitions.network(run.definition().network());
            case OPTIMIZER -> definitions.optimizerName(run.definition().training().optimizer());
            case LEARNING_RATE ->
                    texts.brief(run.definition().training().optimizer().learningRate());
            case SEED -> String.valueOf(run.seed());
            case OWNER -> run.ownerName();
            case NAME, STATE, PROGRESS, CURVE, STARTED -> "";
        };
    }

    private String took(RunDetails run) {
        return run.startedAt() == null || run.finishedAt() == null
                ? "–"
                : texts.duration(Duration.between(run.startedAt(), run.finishedAt()));
    }
}
