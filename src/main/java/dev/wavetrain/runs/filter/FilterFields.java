package dev.wavetrain.runs.filter;

import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.filter.FilterField.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All fields that runs can be filtered by. Case and underscores do not matter in their names. */
public final class FilterFields {

    private static final List<String> STATES =
            Arrays.stream(RunState.values()).map(RunState::name).toList();
    private static final List<String> MISSING = List.of("REFUSE", "LAST", "LINEAR", "ZERO");
    private static final List<String> TRUTHS = List.of("true", "false");
    private static final int MOST_WRONG_LETTERS = 2;
    private static final int LETTERS_TO_ONE_WRONG = 3;

    private static final List<FilterField> ALL =
            List.of(
                    word("state", STATES),
                    field("name", Kind.TEXT),
                    field("tag", Kind.TAG, "tags"),
                    field("owner", Kind.TEXT),
                    field("experiment", Kind.NAMED),
                    field("group", Kind.NAMED),
                    new FilterField("favourite", Kind.FLAG, List.of("favorite"), TRUTHS),
                    field("val_loss", Kind.NUMBER),
                    field("loss", Kind.NUMBER),
                    field("best_val_loss", Kind.NUMBER, "best"),
                    field("best_epoch", Kind.NUMBER),
                    field("epoch", Kind.NUMBER),
                    field("epochs", Kind.NUMBER),
                    field("seconds", Kind.DURATION, "duration"),
                    field("started", Kind.TIME, "startedAt"),
                    field("queued", Kind.TIME, "queuedAt", "created"),
                    field("finished", Kind.TIME, "finishedAt", "ended"),
                    field("seed", Kind.NUMBER),
                    field("priority", Kind.NUMBER),
                    field("version", Kind.NUMBER, "experimentVersion"),
                    field("worker", Kind.TEXT),
                    field("failure", Kind.TEXT),
                    field("notes", Kind.TEXT),
                    word("network.cell", List.of("SIMPLE_RNN", "LSTM", "GRU"), "cell"),
                    field("network.units", Kind.NUMBER, "units"),
                    word("network.biasInit", List.of("ZEROS", "UNIFORM_CONSTANT"), "biasInit"),
                    word(
                            "training.optimizer.kind",
                            List.of("SGD", "ADAM", "RMSPROP"),
                            "optimizer",
                            "training.optimizer"),
                    field("training.optimizer.learningRate", Kind.NUMBER, "learningRate", "lr"),
                    field("training.optimizer.momentum", Kind.NUMBER, "momentum"),
                    field("training.optimizer.beta1", Kind.NUMBER, "beta1"),
                    field("training.optimizer.beta2", Kind.NUMBER, "beta2"),
                    field("training.optimizer.rho", Kind.NUMBER, "rho"),
                    field("training.optimizer.epsilon", Kind.NUMBER, "epsilon"),
                    word(
                            "training.loss",
                            List.of("MSE", "MAE", "HUBER", "CATEGORICAL_CROSSENTROPY"),
                            "lossFunction"),
                    field("training.batchSize", Kind.NUMBER, "batchSize", "batch"),
                    field("training.epochs", Kind.NUMBER),
                    field("training.validationSplit", Kind.NUMBER, "validationSplit"),
                    word(
                            "training.shuffle",
                            List.of("EVERY_EPOCH", "ONCE_BEFORE_SPLIT", "NEVER"),
                            "shuffle"),
                    field("training.seed", Kind.NUMBER),
                    field("training.earlyStopping", Kind.PART, "earlyStopping"),
                    word("training.earlyStopping.monitor", List.of("loss", "val_loss"), "monitor"),
                    field("training.earlyStopping.patience", Kind.NUMBER, "patience"),
                    field("training.earlyStopping.minDelta", Kind.NUMBER, "minDelta"),
                    word("training.checkpoints.best", TRUTHS),
                    field("training.checkpoints.every", Kind.NUMBER),
                    word("training.checkpoints.last", TRUTHS),
                    word("sequence.task", List.of("NEXT_STEP", "NEXT_VALUE", "TRANSLATE"), "task"),
                    field("sequence.window", Kind.NUMBER, "window"),
                    word("sequence.scaling", List.of("NONE", "MIN_MAX", "STANDARD"), "scaling"),
                    field("sequence.input.expression", Kind.TEXT, "input", "signal"),
                    field("sequence.input.dataset", Kind.TEXT, "dataset"),
                    field("sequence.input.column", Kind.TEXT, "column"),
                    word("sequence.input.missing", MISSING, "missing"),
                    field("sequence.target", Kind.PART),
                    field("sequence.target.expression", Kind.TEXT, "target"),
                    field("sequence.target.dataset", Kind.TEXT),
                    field("sequence.target.column", Kind.TEXT),
                    word("sequence.target.missing", MISSING),
                    field("sequence.domain", Kind.PART, "domain"),
                    field("sequence.domain.from", Kind.TEXT),
                    field("sequence.domain.to", Kind.TEXT),
                    field("sequence.domain.points", Kind.NUMBER, "points"),
                    word("sequence.domain.endpoint", TRUTHS));

    private static final Map<String, FilterField> BY_NAME = byName();

    private FilterFields() {}

    /** Those asked for most come first. */
    public static List<FilterField> all() {
        return ALL;
    }

    public static Optional<FilterField> find(String name) {
        return Optional.ofNullable(BY_NAME.get(plain(name)));
    }

    /** The name that was most likely meant. */
    static Optional<String> nearest(String name) {
        String wrong = plain(name);
        return ALL.stream()
                .flatMap(field -> Stream.concat(Stream.of(field.name()), field.aliases().stream()))
                .filter(known -> distance(wrong, plain(known)) <= tolerance(wrong))
                .min(Comparator.comparingInt(known -> distance(wrong, plain(known))));
    }

    private static int tolerance(String name) {
        return Math.min(MOST_WRONG_LETTERS, name.length() / LETTERS_TO_ONE_WRONG);
    }

    private static FilterField field(String name, Kind kind, String... aliases) {
        return new FilterField(name, kind, List.of(aliases), List.of());
    }

    private static FilterField word(String name, List<String> values, String... aliases) {
        return new FilterField(name, Kind.WORD, List.of(aliases), values);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static Map<String, FilterField> byName() {
        Map<String, FilterField> all = new HashMap<>();
        for (FilterField field : ALL) {
            List<String> names = new ArrayList<>(field.aliases());
            names.add(field.name());
            for (String name : names) {
                if (all.put(plain(name), field) != null) {
                    throw new IllegalStateException("two fields are called " + name);
                }
            }
        }
        return Collections.unmodifiableMap(all);
    }

    /** How many letters have to be changed, added or taken away. */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > MOST_WRONG_LETTERS) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
