package dev.wavetrain.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written once and read as often as is needed. Its name is gone as soon as it is
 * open, so that nothing of it is left where this process is killed.
 */
public final class NamelessFile implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final FileChannel channel;
    private final Path file;

    private NamelessFile(FileChannel channel, Path file) {
        this.channel = channel;
        this.file = file;
    }

    /**
     * An empty one.
     *
     * @param folder made where it is not there; null for the system's
     * @param ending of the name that it has for a moment, such as ".csv"
     */
    public static NamelessFile create(@Nullable String folder, String ending) throws IOException {
        Path file =
                folder == null
                        ? Files.createTempFile("wavetrain-", ending)
                        : Files.createTempFile(
                                Files.createDirectories(Path.of(folder)), "wavetrain-", ending);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        unname(file);
        return new NamelessFile(channel, file);
    }

    private static void unname(Path file) {
        try {
            Files.delete(file);
        } catch (IOException notWhileOpen) {
            // Windows deletes no open file: then it goes when it is closed, or this process ends.
            file.toFile().deleteOnExit();
        }
    }

    /** Takes all that is sent, behind what there is; what {@code each} throws ends it. */
    public void append(InputStream sent, Counter each) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = sent.read(buffer); n >= 0; n = sent.read(buffer)) {
            each.came(size() + n);
            write(buffer, 0, n);
        }
    }

    /** Told how much has come, before it is kept; may throw to end it. */
    @FunctionalInterface
    public interface Counter {
        void came(long bytes);
    }

    private void write(byte[] bytes, int from, int count) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, count);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** Writes behind what there is. Closing it leaves the file open. */
    public OutputStream output() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                NamelessFile.this.write(bytes, from, count);
            }
        };
    }

    public long size() throws IOException {
        return channel.size();
    }

    /** The bytes from a place on. Closing it leaves the file open. */
    public Input input(long from) {
        return new Input(from);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Reads at a place of its own. */
    public final class Input extends InputStream {

        private long position;

        private Input(long from) {
            position = from;
        }

        /** How far it has read. */
        public long position() {
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
