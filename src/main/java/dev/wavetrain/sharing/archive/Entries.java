package dev.wavetrain.sharing.archive;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** The names of what an archive holds, in the order in which it holds them. */
final class Entries {

    static final String FORMAT = "wavetrain-project";
    static final int VERSION = 1;

    static final String PROJECT = "project.json";
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

    private static final String UUID_PATTERN =
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern EPOCHS_OF = Pattern.compile(EPOCHS + UUID_PATTERN + "\\.csv");
    private static final Pattern WEIGHTS_OF = Pattern.compile(WEIGHTS + UUID_PATTERN + "\\.zip");

    private Entries() {}

    static String epochs(UUID run) {
        return EPOCHS + run + ".csv";
    }

    static String weights(UUID checkpoint) {
        return WEIGHTS + checkpoint + ".zip";
    }

    /** Where an entry belongs, from 0; -1 where there is no such entry. */
    static int place(String name) {
        int fixed = ALWAYS.indexOf(name);
        if (fixed >= 0) {
            return fixed;
        }
        if (EPOCHS_OF.matcher(name).matches()) {
            return ALWAYS.size();
        }
        if (WEIGHTS_OF.matcher(name).matches()) {
            return ALWAYS.size() + 1;
        }
        return name.equals(MANIFEST) ? ALWAYS.size() + 2 : -1;
    }

    /** The id in the name of epochs or weights. */
    static UUID id(String name) {
        return UUID.fromString(name.substring(name.indexOf('/') + 1, name.lastIndexOf('.')));
    }
}
