package dev.wavetrain.sharing.archive;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names of what an archive holds, in the order in which it holds them. */
final class Entries {

    static final String FORMAT = "wavetrain-project";
    static final int VERSION = 1;

    static final String PROJECT = "project.json";
    static final String DATASETS = "datasets.jsonl";
    static final String COLUMNS = "columns.jsonl";
    static final String NUMBERS = "numbers/";
    static final String EXPERIMENTS = "experiments.jsonl";
    static final String VERSIONS = "versions.jsonl";
    static final String GROUPS = "groups.jsonl";
    static final String RUNS = "runs.jsonl";
    static final String CHECKPOINTS = "checkpoints.jsonl";
    static final String COMMENTS = "comments.jsonl";
    static final String EPOCHS = "epochs/";
    static final String WEIGHTS = "weights/";

    /** Comes last: what it says of the others is known only then. */
    static final String MANIFEST = "manifest.json";

    /** Those that every archive has, in their order. */
    static final List<String> ALWAYS =
            List.of(PROJECT, EXPERIMENTS, VERSIONS, GROUPS, RUNS, CHECKPOINTS, COMMENTS);

    /** All in their order; those that end with a slash are many, or none. */
    private static final List<String> ORDER =
            List.of(
                    PROJECT,
                    DATASETS,
                    COLUMNS,
                    NUMBERS,
                    EXPERIMENTS,
                    VERSIONS,
                    GROUPS,
                    RUNS,
                    CHECKPOINTS,
                    COMMENTS,
                    EPOCHS,
                    WEIGHTS,
                    MANIFEST);

    private static final String UUID_PATTERN =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern EPOCHS_OF = Pattern.compile(EPOCHS + UUID_PATTERN + "\\.csv");
    private static final Pattern WEIGHTS_OF = Pattern.compile(WEIGHTS + UUID_PATTERN + "\\.zip");

    private static final Pattern NUMBERS_OF =
            Pattern.compile(NUMBERS + UUID_PATTERN + "-\\d{1,5}\\.f64");

    private Entries() {}

    /** The numbers of a column. */
    static String numbers(UUID dataset, int place) {
        return NUMBERS + dataset + "-" + place + ".f64";
    }

    static String epochs(UUID run) {
        return EPOCHS + run + ".csv";
    }

    static String weights(UUID checkpoint) {
        return WEIGHTS + checkpoint + ".zip";
    }

    /** Where an entry belongs, from 0; -1 where there is no such entry. */
    static int place(String name) {
        if (NUMBERS_OF.matcher(name).matches()) {
            return ORDER.indexOf(NUMBERS);
        }
        if (EPOCHS_OF.matcher(name).matches()) {
            return ORDER.indexOf(EPOCHS);
        }
        if (WEIGHTS_OF.matcher(name).matches()) {
            return ORDER.indexOf(WEIGHTS);
        }
        return name.endsWith("/") ? -1 : ORDER.indexOf(name);
    }

    /** The id in the name of epochs or weights. */
    static UUID id(String name) {
        return UUID.fromString(name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')));
    }
}
