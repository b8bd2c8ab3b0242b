package dev.wavetrain.data;

import dev.wavetrain.data.table.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A file that came and is not kept yet; it goes when it is closed. */
public final class Upload implements AutoCloseable {

    private final Spool spool;
    private final String fileName;

    Upload(Spool spool, String fileName) {
        this.spool = spool;
        this.fileName = fileName;
    }

    Spool spool() {
        return spool;
    }

    /** As the sender named it, without folders. */
    public String fileName() {
        return fileName;
    }

    public long bytes() {
        return spool.size();
    }

    @Override
    public void close() {
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
