package dev.wavetrain.bench;

import dev.wavetrain.bench.Product.Kind;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.RecurrentLayer;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Split;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The matrix products of one epoch, each with how often it is formed, counted from the shapes. Of a
 * batch of B windows of T steps and a layer of H units on F features with G gates:
 *
 * <pre>
 * forward    x W + b            (T B, F + 1) (F + 1, G H)
 *            h U                T' times (B, H) (H, G H)
 *            dense              (R, H) (H, O)
 * backward   by h               T' times (B, G H) (G H, H)
 *            by U               (H, T' B) (T' B, G H)
 *            by W and b         (F + 1, T B) (T B, G H)
 *            dense              (R, O) (O, H) and (H, R) (R, O)
 * </pre>
 *
 * <p>T' is T, less the first step where the state before it is zero; R is T B, or B for the last
 * step alone. A GRU's h U is two products, (H, 2 H) and (H, H); its second bias sums T B rows. A
 * layer upon another also sends (T B, G H) (G H, F) down. Validation is forward alone. A product
 * (m, k) (k, n) is 2 m n k floating-point operations; gates, losses and optimisers are not counted.
 */
final class Work {

    /** Windows validated at once, as {@code TrainingPlan} says; more where batches are larger. */
    static final int VALIDATION_BATCH = 64;

    private final Map<Product, Integer> forward = new LinkedHashMap<>();
    private final Map<Product, Integer> backward = new LinkedHashMap<>();

    private Work() {}

    /** An epoch of training with validation. */
    static Work epoch(Definition definition) {
        Network network =
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window());
        int samples = SequenceData.of(definition.sequence(), ColumnSource.NONE).samples().count();
        double split = definition.training().validationSplit();
        int train = Split.trainCount(samples, split);
        int batch = definition.training().batchSize();
        Work work = new Work();
        work.batches(network, train, batch, true);
        work.batches(network, samples - train, Math.max(batch, VALIDATION_BATCH), false);
        return work;
    }

    double flops() {
        return Stream.of(forward, backward)
                .flatMap(products -> products.entrySet().stream())
                .mapToDouble(entry -> entry.getKey().flops() * entry.getValue())
                .sum();
    }

    /** What the products of the forward pass would take alone. */
    double forwardSeconds() {
        return seconds(forward);
    }

    /** What the products of the backward pass would take alone. */
    double backwardSeconds() {
        return seconds(backward);
    }

    private static double seconds(Map<Product, Integer> products) {
        return products.entrySet().stream()
                .mapToDouble(entry -> entry.getKey().seconds() * entry.getValue())
                .sum();
    }

    /** So many windows in batches, the last of which may be smaller. */
    private void batches(Network network, int windows, int batch, boolean withGradient) {
        add(network, batch, windows / batch, withGradient);
        add(network, windows % batch, 1, withGradient);
    }

    private void add(Network network, int batch, int times, boolean withGradient) {
        if (batch == 0 || times == 0) {
            return;
        }
        stack(network, network.layers(), batch, times, withGradient, true);
        stack(network, network.decoderLayers(), batch, times, withGradient, false);
        int rows = network.head() == Head.LAST ? batch : network.window() * batch;
        int inputs = network.dense().inputs();
        int outputs = network.outputs();
        add(forward, Kind.AS_IS, rows, outputs, inputs, times);
        if (withGradient) {
            add(backward, Kind.BY_TRANSPOSED, rows, inputs, outputs, times);
            add(backward, Kind.TRANSPOSED, inputs, outputs, rows, times);
        }
    }

    private void stack(
            Network network,
            List<RecurrentLayer> layers,
            int batch,
            int times,
            boolean withGradient,
            boolean fromZero) {
        int steps = network.window();
        int products = fromZero ? steps - 1 : steps;
        for (RecurrentLayer layer : layers) {
            forward(layer, steps, products, batch, times);
            if (withGradient) {
                backward(layer, steps, products, batch, times);
                if (layer != layers.getFirst()) {
                    add(
                            backward,
                            Kind.BY_TRANSPOSED,
                            steps * batch,
                            layer.inputs(),
                            layer.cell().gates() * layer.units(),
                            times);
                }
            }
        }
    }

    private void forward(RecurrentLayer layer, int steps, int products, int batch, int times) {
        int units = layer.units();
        int columns = layer.cell().gates() * units;
        add(forward, Kind.AS_IS, steps * batch, columns, layer.inputs() + 1, times);
        if (layer.cell() == Cell.GRU) {
            add(forward, Kind.AS_IS, batch, 2 * units, units, times * products);
            add(forward, Kind.AS_IS, batch, units, units, times * products);
        } else {
            add(forward, Kind.AS_IS, batch, columns, units, times * products);
        }
    }

    private void backward(RecurrentLayer layer, int steps, int products, int batch, int times) {
        int units = layer.units();
        int columns = layer.cell().gates() * units;
        add(backward, Kind.BY_TRANSPOSED, batch, units, columns, times * products);
        add(backward, Kind.TRANSPOSED, units, columns, products * batch, times);
        add(backward, Kind.TRANSPOSED, layer.inputs() + 1, columns, steps * batch, times);
        if (layer.cell() == Cell.GRU) {
            add(backward, Kind.TRANSPOSED, 1, columns, steps * batch, times);
        }
    }

    private static void add(
            Map<Product, Integer> products, Kind kind, int m, int n, int k, int times) {
        if (k > 0 && times > 0) {
            products.merge(new Product(kind, m, n, k), times, Integer::sum);
        }
    }
}
