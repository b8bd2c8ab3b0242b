package dev.wavetrain.model;

/**
 * The linear output layer: y = h kernel + bias.
 *
 * @param kernel (H, O)
 * @param bias (1, O)
 */
public record DenseLayer(String name, int inputs, int outputs, Block kernel, Block bias) {

    public int parameters() {
        return kernel.size() + bias.size();
    }
}
