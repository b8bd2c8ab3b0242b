package dev.wavetrain.data;

/**
 * How a file is read.
 *
 * @param header whether the first line names the columns
 */
public record TableFormat(
        Encoding encoding, Separator separator, DecimalSign decimal, boolean header) {}
