package dev.wavetrain.sharing.archive;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names of what an archive holds, in the order in which it holds them. */
final class Entries {

    static final String FORMAT = "wavetrain-project";

    /** Without named models and results of the lab: then older servers read it too. */
    static final int FIRST_VERSION = 1;

    /** With them. */
    static final int VERSION = 2;

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
    static final String MODELS = "models.jsonl";
    static final String MODEL_VERSIONS = "model-versions.jsonl";
    static final String MODEL_WEIGHTS = "model-weights/";
    static final String MODEL_ALIASES = "model-aliases.jsonl";
    static final String LAB = "lab.jsonl";
    static final String LAB_ENTRIES = "lab-entries.jsonl";
    static final String FINDINGS = "findings/";

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
                    MODELS,
                    MODEL_VERSIONS,
                    MODEL_WEIGHTS,
                    MODEL_ALIASES,
                    LAB,
                    LAB_ENTRIES,
                    FINDINGS,
                    MANIFEST);

    private static final String UUID_PATTERN =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /** Those that are many: by what their names begin with, what they look like. */
    private static final Map<String, Pattern> MANY =
            Map.of(
                    EPOCHS, named(EPOCHS, "\\.csv"),
                    WEIGHTS, named(WEIGHTS, "\\.zip"),
                    MODEL_WEIGHTS, named(MODEL_WEIGHTS, "\\.zip"),
                    FINDINGS, named(FINDINGS, "\\.json"),
                    NUMBERS, named(NUMBERS, "-\\d{1,5}\\.f64"));

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

    static String modelWeights(UUID version) {
        return MODEL_WEIGHTS + version + ".zip";
    }

    static String findings(UUID entry) {
        return FINDINGS + entry + ".json";
    }

    /** Where an entry belongs, from 0; -1 where there is no such entry. */
    static int place(String name) {
        String folder = folder(name);
        if (folder.isEmpty()) {
            return ORDER.indexOf(name);
        }
        Pattern many = MANY.get(folder);
        return many != null && many.matcher(name).matches() ? ORDER.indexOf(folder) : -1;
    }

    /** What the names of many begin with; empty for others. */
    static String folder(String name) {
        return name.substring(0, name.indexOf('/') + 1);
    }

    private static Pattern named(String folder, String end) {
        return Pattern.compile(folder + UUID_PATTERN + end);
    }

    /** The id in the name of one of many. */
    static UUID id(String name) {
        return UUID.fromString(name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')));
    }
}
