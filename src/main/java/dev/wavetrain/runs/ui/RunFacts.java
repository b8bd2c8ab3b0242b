package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.training.OptimizerDefinition;
import java.time.Duration;

/** What columns say that are a word or a number. */
final class RunFacts {

    private final Texts texts;
    private final RunWords words;

    RunFacts(Texts texts) {
        this.texts = texts;
        this.words = new RunWords(texts);
    }

    String of(ListColumn column, RunDetails run) {
        return switch (column) {
            case BEST -> words.loss(run.progress().best());
            case VAL_LOSS -> words.loss(run.progress().valLoss());
            case LOSS -> words.loss(run.progress().loss());
            case PACE -> words.speed(run);
            case TOOK -> took(run);
            case CELL -> run.definition().network().cell() + " " + units(run);
            case OPTIMIZER -> optimizer(run.definition().training().optimizer());
            case LEARNING_RATE ->
                    texts.brief(run.definition().training().optimizer().learningRate());
            case SEED -> String.valueOf(run.seed());
            case OWNER -> run.ownerName();
            case NAME, STATE, PROGRESS, CURVE, STARTED -> "";
        };
    }

    private static String units(RunDetails run) {
        return String.join(
                "·", run.definition().network().units().stream().map(String::valueOf).toList());
    }

    private static String optimizer(OptimizerDefinition optimizer) {
        return switch (optimizer) {
            case OptimizerDefinition.Sgd _ -> "SGD";
            case OptimizerDefinition.Adam _ -> "Adam";
            case OptimizerDefinition.RmsProp _ -> "RMSprop";
        };
    }

    private String took(RunDetails run) {
        return run.startedAt() == null || run.finishedAt() == null
                ? "–"
                : texts.duration(Duration.between(run.startedAt(), run.finishedAt()));
    }
}
