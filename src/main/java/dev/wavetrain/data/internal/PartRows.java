package dev.wavetrain.data.internal;

import dev.wavetrain.common.DatasetId;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The numbers of columns, deflated, in parts that H2 takes in a bytea. */
@Component
public class PartRows {

    /** Numbers in a part at most: half a megabyte before it is deflated. */
    public static final int MOST_VALUES = 65_536;

    /** The same in bytes. */
    public static final int MOST_BYTES = MOST_VALUES * Double.BYTES;

    private static final int BATCH_BYTES = 1 << 20;
    private static final int READ_AT_ONCE = 16;

    private final JdbcTemplate jdbc;

    PartRows(JdbcTemplate jdbc) {
        this.jdbc = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        this.jdbc.setFetchSize(READ_AT_ONCE);
    }

    /** Writes parts, some at a time. To be closed. */
    public Writer writer(DatasetId dataset) {
        return new Writer(dataset);
    }

    /** Takes what comes of a column, and keeps it for some round trips less. */
    public final class Writer implements AutoCloseable {

        private static final String INSERT =
                "insert into dataset_part (dataset_id, place, part, bytes) values (?, ?, ?, ?)";

        private final DatasetId dataset;
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private final List<Object[]> rows = new ArrayList<>();
        private int waiting;

        private Writer(DatasetId dataset) {
            this.dataset = dataset;
        }

        public void add(int place, int part, byte[] bytes) {
            byte[] packed = deflated(bytes);
            rows.add(new Object[] {dataset.value(), place, part, packed});
            waiting += packed.length;
            if (waiting >= BATCH_BYTES) {
                flush();
            }
        }

        public void flush() {
            if (!rows.isEmpty()) {
                jdbc.batchUpdate(INSERT, rows);
                rows.clear();
                waiting = 0;
            }
        }

        @Override
        public void close() {
            deflater.end();
        }

        private byte[] deflated(byte[] bytes) {
            deflater.reset();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2);
            try (DeflaterOutputStream packing = new DeflaterOutputStream(out, deflater, 8192)) {
                packing.write(bytes);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException("writing to memory", e);
            }
            return out.toByteArray();
        }
    }

    /** Hands over a column's numbers as little-endian doubles, part after part. */
    public void read(DatasetId dataset, int place, Consumer<byte[]> parts) {
        RowCallbackHandler each = row -> parts.accept(inflated(row.getBytes(1)));
        jdbc.query(
                "select bytes from dataset_part where dataset_id = ? and place = ? order by part",
                each,
                dataset.value(),
                place);
    }

    /** Deletes what was written of a column. */
    public void delete(DatasetId dataset, int place) {
        jdbc.update(
                "delete from dataset_part where dataset_id = ? and place = ?",
                dataset.value(),
                place);
    }

    private static byte[] inflated(byte[] packed) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            byte[] bytes = new byte[MOST_BYTES];
            int length = inflater.inflate(bytes);
            return java.util.Arrays.copyOf(bytes, length);
        } catch (DataFormatException damaged) {
            // Its checksum says so to whoever asked.
            return new byte[0];
        } finally {
            inflater.end();
        }
    }
}
