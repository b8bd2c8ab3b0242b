package dev.wavetrain.runs;

import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.exchange.BadModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A model file that came and is not kept yet; it goes when it is closed. */
public final class UploadedModel implements AutoCloseable {

    private static final int MOST_NAME = 200;

    private final NamelessFile file;
    private final String name;

    private UploadedModel(NamelessFile file, String name) {
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
        NamelessFile file = NamelessFile.create(settings.folder(), ".model");
        try {
            file.append(
                    sent,
                    bytes -> {
                        if (bytes > settings.mostUpload().toBytes()) {
                            throw new BadModelFile(
                                    BadModelFile.Reason.TOO_LARGE,
                                    settings.mostUpload().toMegabytes());
                        }
                    });
            return new UploadedModel(file, plain(name));
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
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
            return file.input(0).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
