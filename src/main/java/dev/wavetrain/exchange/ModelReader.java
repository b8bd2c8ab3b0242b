package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.DamagedModel;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.SavedModel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads the model in somebody's file. What is read is decided by the file's first bytes and by what
 * is in it, never by its name.
 *
 * <p>DL4J's own readers are not used: they make Java objects of classes that the file names, and
 * read arrays as long as it says. Here its JSON is a tree of values, and each array has the length
 * that the layers need, or the file is refused.
 */
public final class ModelReader {

    /** Where neither the file nor anybody says how many steps a window has. */
    public static final int USUAL_WINDOW = 20;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    private ModelReader() {}

    /**
     * @param window steps that the net is to see at once; null for what the file says
     * @param most bytes that it may unpack to
     * @throws BadModelFile where anything is wrong with it, or not supported
     */
    public static ReadModel read(byte[] file, @Nullable Integer window, long most) {
        try {
            if (begins(file, HDF5)) {
                return KerasReader.h5(file, window);
            }
            if (begins(file, ZIP)) {
                return zip(file, ZipParts.of(file, most), window);
            }
        } catch (StackOverflowError tooDeep) {
            throw new BadModelFile(tooDeep, Reason.TRUNCATED);
        }
        throw new BadModelFile(Reason.NOT_A_MODEL);
    }

    private static ReadModel zip(byte[] file, ZipParts parts, @Nullable Integer window) {
        if (parts.has(ZipParts.WAVETRAIN)) {
            return own(file, window);
        }
        if (parts.has(ZipParts.KERAS_CONFIGURATION)) {
            return KerasReader.keras(
                    parts.get(ZipParts.KERAS_CONFIGURATION),
                    parts.get(ZipParts.KERAS_WEIGHTS),
                    window);
        }
        if (parts.has(ZipParts.DL4J_NORMALIZER) || parts.has(ZipParts.DL4J_PREPROCESSOR)) {
            throw new BadModelFile(Reason.NORMALIZER);
        }
        if (parts.has(ZipParts.DL4J_CONFIGURATION)) {
            return new Dl4jReader(window)
                    .read(
                            parts.get(ZipParts.DL4J_CONFIGURATION),
                            parts.get(ZipParts.DL4J_PARAMETERS));
        }
        throw new BadModelFile(
                parts.has(ZipParts.KERAS_WEIGHTS) ? Reason.ONLY_WEIGHTS : Reason.NOT_A_MODEL);
    }

    /** The window is a part of what it was trained with: a net here is never without. */
    private static ReadModel own(byte[] file, @Nullable Integer window) {
        try {
            SavedModel saved = Unscaled.of(ModelFile.read(file));
            Assembly.requireFinite(saved.parameters(), ZipParts.DL4J_PARAMETERS);
            if (saved.network().inputs() != 1) {
                throw new BadModelFile(Reason.FEATURES, saved.network().inputs());
            }
            if (saved.network().outputs() != 1) {
                throw new BadModelFile(Reason.OUTPUTS, saved.network().outputs());
            }
            return new ReadModel(
                    ModelFormat.WAVETRAIN,
                    window == null ? saved : Windows.with(saved, window),
                    true);
        } catch (DamagedModel damaged) {
            throw new BadModelFile(damaged, Reason.TRUNCATED);
        }
    }

    private static boolean begins(byte[] file, byte[] magic) {
        return file.length >= magic.length
                && Arrays.equals(file, 0, magic.length, magic, 0, magic.length);
    }
}
