package dev.wavetrain.data;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a column.
 *
 * @param place from 0, as in the file
 * @param missing rows without a value
 * @param numbers null but for numbers
 * @param first the first value that is there, as written; null where there is none
 * @param last the last one
 * @param odd what made a column that began as numbers or times one of text; null for others
 * @param sha256 of the numbers as little-endian doubles; null but for numbers
 */
public record ColumnFacts(
        int place,
        String name,
        ColumnType type,
        long missing,
        @Nullable Numbers numbers,
        @Nullable String first,
        @Nullable String last,
        @Nullable Odd odd,
        @Nullable String sha256) {

    /**
     * Of the values that are there.
     *
     * @param deviation the standard deviation of all of them, not of a sample
     */
    public record Numbers(double least, double greatest, double mean, double deviation) {}

    /**
     * The first value that is not like those before it.
     *
     * @param line in the file, from 1
     */
    public record Odd(long line, String value) {}
}
