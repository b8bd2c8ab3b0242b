package dev.wavetrain.data;

import dev.wavetrain.sequence.Series;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A column as a line to draw: the least and the greatest value of each of equal stretches, in their
 * order, so that no extreme is lost. Takes the numbers part by part and keeps few of them.
 */
final class ColumnLine {

    private final long rows;
    private final int stretches;
    private final double[] x;
    private final double[] y;
    private int count;
    private long row;
    private int stretch = -1;
    private long leastAt;
    private double least;
    private long greatestAt;
    private double greatest;

    /**
     * @param most points, at least 2
     */
    ColumnLine(long rows, int most) {
        this.rows = rows;
        this.stretches = (int) Math.min(rows, Math.max(1, most / 2));
        this.x = new double[2 * stretches];
        this.y = new double[2 * stretches];
    }

    /** Little-endian doubles, NaN where one is missing. */
    void add(byte[] part) {
        var values = ByteBuffer.wrap(part).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
        while (values.hasRemaining()) {
            add(values.get());
        }
    }

    private void add(double value) {
        int in = (int) (row * stretches / rows);
        if (in != stretch) {
            close();
            stretch = in;
            least = Double.NaN;
            greatest = Double.NaN;
            leastAt = row;
            greatestAt = row;
        }
        if (Double.isNaN(least) || value < least) {
            least = value;
            leastAt = row;
        }
        if (Double.isNaN(greatest) || value > greatest) {
            greatest = value;
            greatestAt = row;
        }
        row++;
    }

    private void close() {
        if (stretch < 0) {
            return;
        }
        boolean falls = greatestAt < leastAt;
        put(Math.min(leastAt, greatestAt), falls ? greatest : least);
        if (leastAt != greatestAt) {
            put(Math.max(leastAt, greatestAt), falls ? least : greatest);
        }
    }

    private void put(long at, double value) {
        x[count] = at;
        y[count++] = value;
    }

    /** Rows counted from 0; NaN where a whole stretch is missing. */
    Series end() {
        close();
        return new Series(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
