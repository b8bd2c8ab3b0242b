package dev.wavetrain.experiments.ui;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the field of a form at which an error is shown. */
final class FieldPlaces {
    private FieldPlaces() {}

    /**
     * The path itself where the form has it; else the nearest one above it, else the first one
     * below it.
     */
    static Optional<String> find(Collection<String> paths, String field) {
        Optional<String> above =
                paths.stream()
                        .filter(path -> isAtOrUnder(field, path))
                        .max(Comparator.comparingInt(String::length));
        return above.or(() -> paths.stream().filter(path -> isAtOrUnder(path, field)).findFirst());
    }

    private static boolean isAtOrUnder(String path, String parent) {
        return path.equals(parent)
                || path.startsWith(parent) && ".[".indexOf(path.charAt(parent.length())) >= 0;
    }
}
