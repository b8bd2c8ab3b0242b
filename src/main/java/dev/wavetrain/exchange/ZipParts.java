package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The entries of somebody's zip, by the few names that are known: they are compared, never used as
 * a path. Read from the beginning, as its directory may say something else.
 */
final class ZipParts {

    static final String WAVETRAIN = "wavetrain.properties";
    static final String DL4J_CONFIGURATION = "configuration.json";
    static final String DL4J_PARAMETERS = "coefficients.bin";
    static final String DL4J_NORMALIZER = "normalizer.bin";

    /** What it was called before. */
    static final String DL4J_PREPROCESSOR = "preprocessor.bin";

    static final String KERAS_CONFIGURATION = "config.json";
    static final String KERAS_WEIGHTS = "model.weights.h5";

    private static final Set<String> KEPT =
            Set.of(
                    WAVETRAIN,
                    DL4J_CONFIGURATION,
                    DL4J_PARAMETERS,
                    KERAS_CONFIGURATION,
                    KERAS_WEIGHTS);

    /** Known, and never looked into. */
    private static final Set<String> PASSED_OVER =
            Set.of(
                    DL4J_NORMALIZER,
                    "updaterState.bin",
                    DL4J_PREPROCESSOR,
                    "noParams.marker",
                    "metadata.json");

    /** Below it any ratio goes. */
    private static final long HARMLESS_BYTES = 4L << 20;

    private static final long MOST_RATIO = 100;
    private static final int BUFFER = 64 * 1024;
    private static final int END_SIZE = 22;

    private final Map<String, byte[]> parts = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final byte[] file;
    private final long most;
    private long unpacked;

    private ZipParts(byte[] file, long most) {
        this.file = file;
        this.most = most;
    }

    /**
     * @param most bytes of all that is kept; what is passed over may be three times that besides
     */
    static ZipParts of(byte[] file, long most) {
        ZipParts zip = new ZipParts(file, most);
        zip.requireEnd();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file))) {
            zip.read(in);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new BadModelFile(damaged, Reason.TRUNCATED);
        }
        return zip;
    }

    boolean has(String name) {
        return seen.contains(name);
    }

    byte[] get(String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new BadModelFile(Reason.MISSING, name);
        }
        return part;
    }

    private void read(ZipInputStream in) throws IOException {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            String name = entry.getName();
            if (!KEPT.contains(name) && !PASSED_OVER.contains(name)) {
                throw new BadModelFile(Reason.UNKNOWN_ENTRY, name);
            }
            if (!seen.add(name)) {
                throw new BadModelFile(Reason.TWICE, name);
            }
            if (KEPT.contains(name)) {
                byte[] content = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8L, most + 1));
                count(content.length, most);
                parts.put(name, content);
            } else {
                passOver(in);
            }
        }
    }

    private void passOver(ZipInputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            count(n, 4 * most);
        }
    }

    private void count(long bytes, long upTo) {
        unpacked += bytes;
        if (unpacked > upTo || unpacked > Math.max(HARMLESS_BYTES, MOST_RATIO * file.length)) {
            throw new BadModelFile(Reason.BOMB);
        }
    }

    /** The record that ends a zip; a comment may follow. */
    private void requireEnd() {
        for (int at = file.length - END_SIZE;
                at >= Math.max(0, file.length - END_SIZE - 65_535);
                at--) {
            if (file[at] == 'P' && file[at + 1] == 'K' && file[at + 2] == 5 && file[at + 3] == 6) {
                return;
            }
        }
        throw new BadModelFile(Reason.TRUNCATED);
    }
}
