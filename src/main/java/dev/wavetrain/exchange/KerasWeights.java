package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file of weights. Goes from group to group by names that are known, never along a link,
 * which could lead out of the file or in a circle; and reads only what has the shape that a layer
 * needs and lies in the file as it is, so that nothing is unpacked.
 */
final class KerasWeights implements AutoCloseable {

    /** Where the version of the first block is. */
    private static final int VERSION = 8;

    private static final int DEEPEST = 8;
    private static final int MOST_CHILDREN = 64;

    /** A group may have many names, and be reached in more ways than anybody can walk. */
    private static final int MOST_LOOKED_AT = 10_000;

    private final HdfFile file;
    private int lookedAt;

    KerasWeights(byte[] bytes) {
        requireWhole(bytes);
        file = HdfFile.fromBytes(bytes);
    }

    /** The first block says where the file ends, at a place that depends on the block's version. */
    private static void requireWhole(byte[] bytes) {
        int version = bytes.length > VERSION ? bytes[VERSION] : -1;
        int place =
                switch (version) {
                    case 0 -> 40;
                    case 1 -> 44;
                    case 2, 3 -> 28;
                    default -> bytes.length;
                };
        boolean whole =
                bytes.length >= place + Long.BYTES
                        && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(place)
                                <= bytes.length;
        if (!whole) {
            throw new BadModelFile(Reason.TRUNCATED);
        }
    }

    /** A text of the file itself, such as the model's configuration; null where it has none. */
    @Nullable String text(String name) {
        Attribute attribute = file.getAttribute(name);
        if (attribute == null || attribute.getSize() != 1) {
            return null;
        }
        return attribute.getData() instanceof String text ? text : null;
    }

    /** The group below another; null where there is none. */
    @Nullable Group group(@Nullable Group in, String name) {
        return child(in == null ? file : in, name) instanceof Group group ? group : null;
    }

    /** As {@link #group}, along several names. */
    @Nullable Group path(String... names) {
        Group at = file;
        for (String name : names) {
            at = child(at, name) instanceof Group group ? group : null;
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** The only array of this name anywhere below a group. */
    @Nullable Dataset below(Group group, String name) {
        return below(group, name, 0);
    }

    private @Nullable Dataset below(Group group, String name, int depth) {
        Dataset found = null;
        lookedAt += group.getChildren().size();
        if (depth > DEEPEST
                || group.getChildren().size() > MOST_CHILDREN
                || lookedAt > MOST_LOOKED_AT) {
            throw new BadModelFile(Reason.STRUCTURE, group.getName());
        }
        for (Node child : group.getChildren().values()) {
            requireNoLink(child);
            Dataset one = null;
            if (child instanceof Group deeper) {
                one = below(deeper, name, depth + 1);
            } else if (child instanceof Dataset dataset
                    && dataset.getName().replaceFirst(":0$", "").equals(name)) {
                one = dataset;
            }
            if (one != null && found != null) {
                throw new BadModelFile(Reason.TWICE, name);
            }
            found = one == null ? found : one;
        }
        return found;
    }

    @Nullable Dataset dataset(Group group, String name) {
        return child(group, name) instanceof Dataset dataset ? dataset : null;
    }

    private static @Nullable Node child(Group group, String name) {
        Node child = group.getChildren().get(name);
        if (child != null) {
            requireNoLink(child);
        }
        return child;
    }

    private static void requireNoLink(Node node) {
        if (node.isLink()) {
            throw new BadModelFile(Reason.LINK, node.getName());
        }
    }

    /**
     * The values of an array, row-major.
     *
     * @param name what to call it where it is refused
     */
    static float[] values(@Nullable Dataset dataset, String name, long... shape) {
        if (dataset == null) {
            throw new BadModelFile(Reason.MISSING, name);
        }
        if (!Arrays.equals(dataset.getDimensionsAsLong(), shape)) {
            throw new BadModelFile(Reason.SHAPE, name);
        }
        if (!(dataset instanceof ContiguousDataset) || dataset.isVariableLength()) {
            throw new BadModelFile(Reason.COMPRESSED, name);
        }
        return switch (dataset.getDataFlat()) {
            case float[] floats -> floats;
            case double[] doubles -> {
                float[] floats = new float[doubles.length];
                for (int i = 0; i < floats.length; i++) {
                    floats[i] = (float) doubles[i];
                }
                yield floats;
            }
            default -> throw new BadModelFile(Reason.SHAPE, name);
        };
    }

    @Override
    public void close() {
        file.close();
    }
}
