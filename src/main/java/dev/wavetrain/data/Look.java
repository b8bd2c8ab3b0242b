package dev.wavetrain.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file would be read.
 *
 * @param names of the columns
 * @param rows the first ones, as far as they can be read
 * @param wrong what stops at these; null where nothing does
 */
public record Look(
        TableFormat format, List<String> names, List<List<String>> rows, @Nullable BadTable wrong) {
    public Look {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }
}
