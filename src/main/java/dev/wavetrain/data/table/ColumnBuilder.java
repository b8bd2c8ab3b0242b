package dev.wavetrain.data.table;

import dev.wavetrain.common.Shortened;
import dev.wavetrain.data.ColumnFacts;
import dev.wavetrain.data.ColumnFacts.Numbers;
import dev.wavetrain.data.ColumnFacts.Odd;
import dev.wavetrain.data.ColumnType;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.model.Checksums;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Takes a column's cells one by one. The first value that is there decides whether it is one of
 * numbers, times or text; one that does not fit makes it a column of text.
 */
public final class ColumnBuilder {

    private static final int LONGEST_VALUE = 100;

    /** Takes some of the numbers, in their order. */
    @FunctionalInterface
    public interface Parts {

        /**
         * @param bytes little-endian doubles, NaN where one is missing
         */
        void part(int place, int part, byte[] bytes);
    }

    private final int place;
    private final String name;
    private final NumberCells cells;
    private final TimeCells times = new TimeCells();
    private final MessageDigest digest = Checksums.sha256();
    private final Parts parts;
    private final ByteBuffer buffer;
    private ColumnType type = ColumnType.EMPTY;
    private int written;
    private long rows;
    private long missing;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;
    private @Nullable String first;
    private String last = "";
    private @Nullable Odd odd;

    /**
     * @param partRows numbers in a part
     */
    public ColumnBuilder(int place, String name, DecimalSign sign, int partRows, Parts parts) {
        this.place = place;
        this.name = name;
        this.cells = new NumberCells(sign);
        this.parts = parts;
        this.buffer = ByteBuffer.allocate(partRows * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @param line in the file, from 1
     */
    public void add(String cell, long line) {
        rows++;
        if (NumberCells.missing(cell)) {
            missing++;
            keep(Double.NaN);
            return;
        }
        if (first == null) {
            first = cell;
            type = typeOf(cell);
        }
        last = cell;
        switch (type) {
            case NUMBER -> number(cell, line);
            case TIME -> {
                if (!times.read(cell)) {
                    turnToText(cell, line);
                }
            }
            default -> {}
        }
    }

    private ColumnType typeOf(String cell) {
        if (!Double.isNaN(cells.read(cell))) {
            return ColumnType.NUMBER;
        }
        return times.read(cell) ? ColumnType.TIME : ColumnType.TEXT;
    }

    private void number(String cell, long line) {
        double value = cells.read(cell);
        if (Double.isNaN(value)) {
            turnToText(cell, line);
            return;
        }
        keep(value);
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        // Welford's: exact enough where the mean is large beside the deviation.
        double difference = value - mean;
        mean += difference / (rows - missing);
        squares += difference * (value - mean);
    }

    private void turnToText(String cell, long line) {
        type = ColumnType.TEXT;
        odd = new Odd(line, shortened(cell));
    }

    private void keep(double value) {
        if (type != ColumnType.NUMBER && type != ColumnType.EMPTY) {
            return;
        }
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putDouble(value);
    }

    private void flush() {
        byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
        digest.update(bytes);
        parts.part(place, written++, bytes);
        buffer.clear();
    }

    /** What came of it; hands over the last part. Whatever was handed over of text is void. */
    public ColumnFacts end() {
        boolean numbers = type == ColumnType.NUMBER;
        if (numbers && buffer.position() > 0) {
            flush();
        }
        long there = rows - missing;
        return new ColumnFacts(
                place,
                name,
                type,
                missing,
                numbers ? new Numbers(least, greatest, mean, Math.sqrt(squares / there)) : null,
                first == null ? null : shortened(first),
                first == null ? null : shortened(last),
                odd,
                numbers ? HexFormat.of().formatHex(digest.digest()) : null);
    }

    private static String shortened(String text) {
        return Shortened.of(text.replaceAll("\\p{Cntrl}", " "), LONGEST_VALUE);
    }
}
