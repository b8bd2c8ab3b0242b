package dev.wavetrain.data.table;

import dev.wavetrain.data.BadTable;
import dev.wavetrain.model.Checksums;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A file that came, read as often as is needed. Its name is gone as soon as it is open, so that
 * nothing of it is left where this process is killed.
 */
public final class Spool implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final Path file;
    private final long size;
    private final String sha256;

    private Spool(FileChannel channel, Path file, long size, String sha256) {
        this.channel = channel;
        this.file = file;
        this.size = size;
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
        Path file = create(folder);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            unname(file);
            DigestInputStream digested = new DigestInputStream(sent, Checksums.sha256());
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int n = digested.read(buffer); n >= 0; n = digested.read(buffer)) {
                size += n;
                if (size > mostBytes) {
                    throw new BadTable(BadTable.Reason.TOO_LARGE, mostBytes / (1 << 20));
                }
                write(channel, ByteBuffer.wrap(buffer, 0, n));
            }
            String sum = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            return new Spool(channel, file, size, sum);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            Files.deleteIfExists(file);
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
    Bytes stream(long from) {
        return new Bytes(from);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    private static Path create(@Nullable String folder) throws IOException {
        if (folder == null) {
            return Files.createTempFile("wavetrain-", ".csv");
        }
        return Files.createTempFile(Files.createDirectories(Path.of(folder)), "wavetrain-", ".csv");
    }

    private static void unname(Path file) {
        try {
            Files.delete(file);
        } catch (IOException notWhileOpen) {
            // Windows deletes no open file: then it goes when it is closed, or this process ends.
            file.toFile().deleteOnExit();
        }
    }

    private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads at a place of its own. */
    final class Bytes extends InputStream {

        private long position;

        private Bytes(long from) {
            position = from;
        }

        /** How far it has read. */
        long position() {
            return position;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            if (most == 0) {
                return 0;
            }
            int n = channel.read(ByteBuffer.wrap(target, from, most), position);
            position += Math.max(0, n);
            return n;
        }
    }
}
