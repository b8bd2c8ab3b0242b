package dev.wavetrain.model;

import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** Starts the parameters of a network as Keras 2 does. */
final class Initialisation {

    /** Products between two questions whether to stop: a fraction of a second. */
    private static final long ASK_EVERY = 100_000_000;

    private final Network network;
    private final float[] parameters;
    private final RandomGenerator random;
    private final float biasConstant;
    private final BooleanSupplier stop;
    private long productsSinceAsked;
    private boolean stopped;

    Initialisation(Network network, long seed, BiasInit biasInit, BooleanSupplier stop) {
        this.network = network;
        this.parameters = new float[network.parameterCount()];
        this.stop = stop;
        this.random = SplitMix64.initialisation(seed);
        // Drawn first, so that weights do not depend on the size of the net.
        double drawn = random.nextDouble() / 10;
        this.biasConstant = biasInit == BiasInit.UNIFORM_CONSTANT ? (float) drawn : 0;
    }

    float[] parameters() {
        for (List<RecurrentLayer> stack : List.of(network.layers(), network.decoderLayers())) {
            stack.forEach(this::start);
        }
        glorotUniform(network.dense().kernel());
        return parameters;
    }

    private void start(RecurrentLayer layer) {
        glorotUniform(layer.kernel());
        orthogonal(layer.recurrentKernel());
        fill(layer.bias().offset(), layer.bias().end(), biasConstant);
        if (layer.cell() == Cell.LSTM) {
            int forget = layer.bias().offset() + layer.units();
            fill(forget, forget + layer.units(), 1);
        }
    }

    private void fill(int from, int to, float value) {
        Arrays.fill(parameters, from, to, value);
    }

    /** Uniform in +-sqrt(6 / (rows + columns)) (Glorot and Bengio 2010). */
    private void glorotUniform(Block block) {
        double bound = Math.sqrt(6.0 / (block.rows() + block.columns()));
        for (int i = block.offset(); i < block.end(); i++) {
            parameters[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
    }

    /**
     * Orthonormal rows (Saxe, McClelland, Ganguli 2014): a Gaussian (H, G H) matrix whose rows are
     * made orthonormal, in double. Gram-Schmidt run twice equals the Q of a QR whose R has a
     * positive diagonal, which is Keras's convention.
     */
    private void orthogonal(Block block) {
        double[][] rows = new double[block.rows()][block.columns()];
        for (int r = 0; r < rows.length && goesOn(4L * r * block.columns()); r++) {
            for (int c = 0; c < block.columns(); c++) {
                rows[r][c] = random.nextGaussian();
            }
            removeFrom(rows, r);
            removeFrom(rows, r);
            double norm = Math.sqrt(dot(rows[r], rows[r]));
            for (int c = 0; c < block.columns(); c++) {
                rows[r][c] /= norm;
                parameters[block.offset() + r * block.columns() + c] = (float) rows[r][c];
            }
        }
    }

    private boolean goesOn(long products) {
        productsSinceAsked += products;
        if (productsSinceAsked > ASK_EVERY) {
            productsSinceAsked = 0;
            stopped = stopped || stop.getAsBoolean();
        }
        return !stopped;
    }

    /** Takes from row r its parts along the rows before it. Modifies rows[r]. */
    private static void removeFrom(double[][] rows, int r) {
        double[] row = rows[r];
        for (int k = 0; k < r; k++) {
            double along = dot(row, rows[k]);
            for (int c = 0; c < row.length; c++) {
                row[c] -= along * rows[k][c];
            }
        }
    }

    /** Four sums side by side: a single one would wait for each of its additions. */
    private static double dot(double[] a, double[] b) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i < a.length - 3; i += 4) {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.length; i++) {
            first += a[i] * b[i];
        }
        return first + second + (third + fourth);
    }
}
