package dev.wavetrain.runs;

import dev.wavetrain.common.Shortened;
import dev.wavetrain.exchange.BadModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A model file that came and is not kept yet; it goes when it is closed. */
public final class UploadedModel implements AutoCloseable {

    private static final int MOST_NAME = 200;
    private static final int BUFFER = 64 * 1024;

    private final Path file;
    private final String name;

    private UploadedModel(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    /**
     * Takes what is sent, to its end.
     *
     * @param name as its sender calls it; it is never used as one of this server's
     * @throws BadModelFile where it is larger than the settings let it be; nothing is left then
     */
    public static UploadedModel of(InputStream sent, String name, ModelFileSettings settings)
            throws IOException {
        String folder = settings.folder();
        Path file =
                folder == null
                        ? Files.createTempFile("wavetrain-", ".model")
                        : Files.createTempFile(
                                Files.createDirectories(Path.of(folder)), "wavetrain-", ".model");
        try {
            copy(sent, file, settings);
            return new UploadedModel(file, plain(name));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(file);
            throw failed;
        }
    }

    private static void copy(InputStream sent, Path file, ModelFileSettings settings)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n = sent.read(buffer); n >= 0; n = sent.read(buffer)) {
                size += n;
                if (size > settings.mostUpload().toBytes()) {
                    throw new BadModelFile(
                            BadModelFile.Reason.TOO_LARGE, settings.mostUpload().toMegabytes());
                }
                out.write(buffer, 0, n);
            }
        }
    }

    /** Without folders, and nothing that turns a line around. */
    private static String plain(String name) {
        String line =
                name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                        .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                        .strip();
        String there = line.isEmpty() ? "model" : line;
        return Shortened.of(there, MOST_NAME);
    }

    /** As its sender called it, without folders. */
    public String name() {
        return name;
    }

    /** Its name without the end that says what it is. */
    public String title() {
        String title = name.replaceFirst("(?i)\\.(zip|keras|h5|hdf5)$", "");
        return title.isBlank() ? name : title;
    }

    /** All of it. */
    public byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
