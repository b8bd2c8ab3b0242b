package dev.wavetrain.experiments;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a reading found to be wrong, by path from the root. */
final class FieldNotes {

    private final List<FieldError> errors = new ArrayList<>();

    void add(String path, Rule rule, Object... arguments) {
        errors.add(new FieldError(path, rule, arguments));
    }

    /** Whether anything was noted at or below a path. */
    boolean isWrong(String path) {
        return errors.stream()
                .map(FieldError::field)
                .anyMatch(field -> field.equals(path) || field.startsWith(path + "."));
    }

    /**
     * What {@code constructor} makes; null where it refuses. Its errors are noted below {@code
     * path}, but for fields that are known to be wrong already.
     */
    <T> @Nullable T build(String path, Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidValue e) {
            Set<String> wrong = errors.stream().map(FieldError::field).collect(Collectors.toSet());
            for (FieldError error : e.errors()) {
                FieldError here = error.under(path);
                if (!wrong.contains(here.field())) {
                    errors.add(here);
                }
            }
            return null;
        }
    }

    /** Empty where nothing is wrong. */
    List<FieldError> errors() {
        return List.copyOf(errors);
    }
}
