package dev.wavetrain.data.table;

import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.data.BadTable;
import dev.wavetrain.model.Checksums;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file that came, read as often as is needed. Nothing of it is left where we are killed. */
public final class Spool implements AutoCloseable {

    private final NamelessFile file;
    private final long size;
    private final String sha256;

    private Spool(NamelessFile file, String sha256) throws IOException {
        this.file = file;
        this.size = file.size();
        this.sha256 = sha256;
    }

    /**
     * Takes all that is sent.
     *
     * @param folder null for the system's
     * @throws BadTable where it is more than {@code mostBytes}
     * @throws IOException where whoever sends it hangs up
     */
    public static Spool of(InputStream sent, @Nullable String folder, long mostBytes)
            throws IOException {
        NamelessFile file = NamelessFile.create(folder, ".csv");
        try {
            DigestInputStream digested = new DigestInputStream(sent, Checksums.sha256());
            file.append(
                    digested,
                    bytes -> {
                        if (bytes > mostBytes) {
                            throw new BadTable(BadTable.Reason.TOO_LARGE, mostBytes / (1 << 20));
                        }
                    });
            return new Spool(file, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    public long size() {
        return size;
    }

    /** Of the bytes. */
    public String sha256() {
        return sha256;
    }

    /** The first bytes. */
    byte[] head(int most) throws IOException {
        return stream(0).readNBytes(most);
    }

    /** The bytes from a place on. Closing it leaves the file open. */
    NamelessFile.Input stream(long from) {
        return file.input(from);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
