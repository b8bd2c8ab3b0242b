package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Shortened;

/** Names of downloads, in any file system. */
final class FileNames {

    private static final int LONGEST = 80;

    private FileNames() {}

    /** The name with what file systems refuse turned into dashes; letters of any script stay. */
    static String of(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String cut = Shortened.beginning(clean, LONGEST);
        return cut.isEmpty() ? "run" : cut;
    }
}
