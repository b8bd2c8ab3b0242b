package dev.wavetrain.model;

import dev.wavetrain.model.graph.GraphParameters;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The saved form of a model: a zip as DL4J's {@code ModelSerializer} writes it, with one more entry
 * that describes the network. The same model always gives the same bytes. Reading loads no class
 * and no native code that the file could choose.
 */
public final class ModelFile {

    private static final String DESCRIPTION = "wavetrain.properties";
    private static final String CONFIGURATION = "configuration.json";
    private static final String PARAMETERS = "coefficients.bin";
    private static final String OPTIMIZER_STATE = "updaterState.bin";

    private static final int MOST_DESCRIPTION_BYTES = 16 * 1024;
    private static final int MOST_CONFIGURATION_BYTES = 1024 * 1024;

    /** A zip cannot say an earlier time; any fixed one does. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Signature and size of the record that ends a zip. */
    private static final byte[] END = {'P', 'K', 5, 6};

    private static final int END_SIZE = 22;

    private ModelFile() {}

    /** The file's bytes. A few milliseconds once the configuration of such a network was made. */
    public static byte[] write(SavedModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, DESCRIPTION, ModelDescription.of(model).toBytes());
            store(zip, CONFIGURATION, ConfigurationJson.of(model));
            store(zip, PARAMETERS, arrayBytes(model.network(), model.parameters()));
            float[] state = model.optimizerState();
            if (state != null && state.length > 0) {
                store(zip, OPTIMIZER_STATE, arrayBytes(model.network(), state));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }

    /** The model in a file's bytes. */
    public static SavedModel read(byte[] bytes) throws DamagedModel {
        try {
            checkEnd(bytes);
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                return read(zip);
            }
        } catch (IOException | RuntimeException e) {
            throw new DamagedModel("It is not a whole model file: " + e.getMessage(), e);
        }
    }

    /**
     * Loads DL4J and its native code, so that the first checkpoint does not wait seconds for it.
     */
    public static void warmUp() {
        for (Cell cell : Cell.values()) {
            Network network = new Network(cell, List.of(1), 1, 0, 1, Head.SEQUENCE, 1);
            write(
                    new SavedModel(
                            network,
                            new float[network.parameterCount()],
                            SavedLoss.MSE,
                            SavedOptimizer.sgd(1, 0),
                            0,
                            null));
        }
    }

    private static byte[] arrayBytes(Network network, float[] values) {
        return ArrayBytes.write(GraphParameters.toGraph(network, values));
    }

    /** Stored, not deflated: weights hardly shrink, and a deflater's output may change. */
    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static void checkEnd(byte[] bytes) throws EOFException {
        int end = bytes.length - END_SIZE;
        for (int i = 0; i < END.length; i++) {
            if (end < 0 || bytes[end + i] != END[i]) {
                throw new EOFException("its end is missing");
            }
        }
    }

    private static SavedModel read(ZipInputStream zip) throws IOException, DamagedModel {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(DESCRIPTION)) {
            throw new DamagedModel("It does not begin with the description of a model.");
        }
        ModelDescription description = ModelDescription.parse(content(zip, MOST_DESCRIPTION_BYTES));
        Map<String, byte[]> entries = entries(zip, description);
        float[] parameters =
                array(description, entries.get(PARAMETERS), description.parameterCount());
        int stateValues = description.stateValues();
        return new SavedModel(
                description.network(),
                parameters,
                description.loss(),
                description.optimizer(),
                description.updates(),
                switch (stateValues) {
                    case -1 -> null;
                    case 0 -> new float[0];
                    default -> array(description, entries.get(OPTIMIZER_STATE), stateValues);
                },
                description.scales());
    }

    /** The entries after the first. Each may be as large as the description makes it. */
    private static Map<String, byte[]> entries(ZipInputStream zip, ModelDescription description)
            throws IOException, DamagedModel {
        Map<String, byte[]> entries = new HashMap<>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            int most =
                    switch (entry.getName()) {
                        case CONFIGURATION -> MOST_CONFIGURATION_BYTES;
                        case PARAMETERS -> ArrayBytes.size(description.parameterCount());
                        case OPTIMIZER_STATE -> ArrayBytes.size(description.stateValues());
                        default -> throw new DamagedModel("It holds something unknown.");
                    };
            if (entries.put(entry.getName(), content(zip, most)) != null) {
                throw new DamagedModel("It holds " + entry.getName() + " twice.");
            }
        }
        return entries;
    }

    /** Reading to the end of the entry also checks its CRC. */
    private static byte[] content(ZipInputStream zip, int most) throws IOException, DamagedModel {
        byte[] content = zip.readNBytes(most);
        if (zip.read() >= 0) {
            throw new DamagedModel("It holds more than its description says.");
        }
        return content;
    }

    private static float[] array(ModelDescription description, byte @Nullable [] bytes, int values)
            throws DamagedModel {
        if (bytes == null) {
            throw new DamagedModel("It lacks a part.");
        }
        return GraphParameters.fromGraph(description.network(), ArrayBytes.read(bytes, values));
    }
}
