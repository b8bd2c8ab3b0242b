package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.exchange.KerasLayer.Type;
import dev.wavetrain.model.Block;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.DenseLayer;
import dev.wavetrain.model.RecurrentLayer;
import dev.wavetrain.model.SavedModel;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A Keras model. Its layout is the one here: kernels (F, G H) row by row, an LSTM's gates i, f, c,
 * o, a GRU's z, r, h with two biases. A {@code .keras} file names arrays by their place within a
 * layer ({@code layers/lstm/cell/vars/0}), an {@code .h5} file by what they are ({@code
 * model_weights/lstm/.../kernel}).
 */
final class KerasReader {

    private static final String WEIGHTS = ZipParts.KERAS_WEIGHTS;

    private final KerasWeights weights;
    private final boolean byPlace;

    private KerasReader(KerasWeights weights, boolean byPlace) {
        this.weights = weights;
        this.byPlace = byPlace;
    }

    static ReadModel h5(byte[] file, @Nullable Integer window) {
        try (KerasWeights weights = new KerasWeights(file)) {
            String model = weights.text("model_config");
            if (model == null) {
                throw new BadModelFile(Reason.ONLY_WEIGHTS);
            }
            String training = weights.text("training_config");
            return new KerasReader(weights, false)
                    .read(
                            ModelFormat.KERAS_H5,
                            Config.parse(model, "model_config"),
                            KerasTraining.of(
                                    training == null
                                            ? null
                                            : Config.parse(training, "training_config")),
                            window,
                            file.length);
        } catch (BadModelFile refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            throw new BadModelFile(damaged, Reason.TRUNCATED);
        }
    }

    static ReadModel keras(byte[] configuration, byte[] file, @Nullable Integer window) {
        JsonNode model = Config.parse(configuration, ZipParts.KERAS_CONFIGURATION);
        try (KerasWeights weights = new KerasWeights(file)) {
            return new KerasReader(weights, true)
                    .read(
                            ModelFormat.KERAS,
                            model,
                            KerasTraining.of(model.path("compile_config")),
                            window,
                            file.length);
        } catch (BadModelFile refused) {
            throw refused;
        } catch (RuntimeException damaged) {
            throw new BadModelFile(damaged, Reason.TRUNCATED);
        }
    }

    private ReadModel read(
            ModelFormat format,
            JsonNode model,
            KerasTraining training,
            @Nullable Integer asked,
            long bytes) {
        KerasNet net = KerasNet.of(model);
        int own = net.window() > 0 ? net.window() : ModelReader.USUAL_WINDOW;
        Assembly assembly =
                new Assembly(
                        net.layers().getFirst().cell(),
                        net.units(),
                        net.head(),
                        asked == null ? own : asked,
                        // Biases may be left out.
                        2 * bytes);
        stack(assembly, net.layers(), assembly.network().layers());
        stack(assembly, net.decoder(), assembly.network().decoderLayers());
        dense(assembly, net.dense());
        SavedModel saved =
                new SavedModel(
                        assembly.network(),
                        assembly.parameters(),
                        training.loss(),
                        training.optimizer(),
                        0,
                        null);
        return new ReadModel(format, saved, net.window() > 0);
    }

    private void stack(Assembly assembly, List<KerasLayer> from, List<RecurrentLayer> to) {
        for (int k = 0; k < from.size(); k++) {
            KerasLayer layer = from.get(k);
            RecurrentLayer own = to.get(k);
            Group group = group(layer);
            put(assembly, group, layer, own.kernel(), 0, "kernel");
            put(assembly, group, layer, own.recurrentKernel(), 1, "recurrent_kernel");
            if (layer.hasBias()) {
                put(assembly, group, layer, own.bias(), 2, "bias");
            }
        }
    }

    private void dense(Assembly assembly, KerasLayer layer) {
        DenseLayer own = assembly.network().dense();
        Group group = group(layer);
        put(assembly, group, layer, own.kernel(), 0, "kernel");
        if (layer.denseConfig().path("use_bias").asBoolean(true)) {
            put(assembly, group, layer, own.bias(), 1, "bias");
        }
    }

    private void put(
            Assembly assembly,
            Group group,
            KerasLayer layer,
            Block block,
            int place,
            String named) {
        String name = layer.name() + "/" + named;
        Dataset array =
                byPlace
                        ? weights.dataset(group, String.valueOf(place))
                        : weights.below(group, named);
        boolean matrix = !named.equals("bias") || layer.isRecurrent() && layer.cell() == Cell.GRU;
        long[] shape =
                matrix ? new long[] {block.rows(), block.columns()} : new long[] {block.columns()};
        assembly.put(block, KerasWeights.values(array, name, shape), name);
    }

    /** Where a layer's arrays are. */
    private Group group(KerasLayer layer) {
        Group group;
        if (byPlace) {
            String inner = layer.isRecurrent() ? "cell" : "layer";
            Group own = layer(layer.saved());
            Group holder =
                    layer.type() == Type.DENSE || own == null ? own : weights.group(own, inner);
            group = holder == null ? null : weights.group(holder, "vars");
        } else {
            group = weights.path("model_weights", layer.name());
        }
        if (group == null) {
            throw new BadModelFile(Reason.MISSING, WEIGHTS + ": " + layer.name());
        }
        return group;
    }

    /** Keras 2 calls what holds the layers otherwise. */
    private @Nullable Group layer(String saved) {
        Group layer = weights.path("layers", saved);
        return layer == null ? weights.path("_layer_checkpoint_dependencies", saved) : layer;
    }
}
