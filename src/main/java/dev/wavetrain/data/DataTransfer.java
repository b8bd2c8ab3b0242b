package dev.wavetrain.data;

import dev.wavetrain.common.DatasetId;
import dev.wavetrain.data.internal.DatasetRows;
import dev.wavetrain.data.internal.PartRows;
import dev.wavetrain.model.Checksums;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Data sets out of one server and into another. Asks nobody who may; whoever calls has to, and has
 * to hold what comes to the rules.
 */
@Component
public class DataTransfer {

    private final DatasetRows rows;
    private final PartRows parts;

    DataTransfer(DatasetRows rows, PartRows parts) {
        this.rows = rows;
        this.parts = parts;
    }

    /** Hands over the numbers of a column as little-endian doubles, part after part. */
    public void numbers(DatasetId dataset, int place, Consumer<byte[]> taker) {
        parts.read(dataset, place, taker);
    }

    /** Keeps a data set without its columns. */
    public void keep(Dataset dataset) {
        rows.insert(dataset, PartRows.MOST_VALUES);
    }

    /** Keeps what is known of a column. */
    public void keep(DatasetId dataset, ColumnFacts column) {
        rows.insert(dataset, column);
    }

    /**
     * Keeps the numbers of a column.
     *
     * @param content little-endian doubles; read to its end
     * @return whether there are as many as wanted, with this checksum
     */
    public boolean keep(
            DatasetId dataset, int place, long wanted, String sha256, InputStream content)
            throws IOException {
        MessageDigest digest = Checksums.sha256();
        DigestInputStream in = new DigestInputStream(content, digest);
        long left = wanted * Double.BYTES;
        try (PartRows.Writer writer = parts.writer(dataset)) {
            for (int part = 0; left > 0; part++) {
                byte[] some = in.readNBytes((int) Math.min(left, PartRows.MOST_BYTES));
                if (some.length == 0) {
                    return false;
                }
                left -= some.length;
                writer.add(place, part, some);
            }
            writer.flush();
        }
        return in.read() < 0 && HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }
}
