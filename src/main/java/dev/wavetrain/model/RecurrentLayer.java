package dev.wavetrain.model;

/**
 * One recurrent layer of a network and where its parameters lie.
 *
 * @param inputs F, features a step
 * @param units H
 * @param recurrentKernel (H, G H), first of the three in the flat array
 * @param kernel (F, G H)
 * @param bias (1, G H); GRU: (2, 3 H), row 0 added to the input product, row 1 to the recurrent one
 */
public record RecurrentLayer(
        String name,
        Cell cell,
        int inputs,
        int units,
        Block recurrentKernel,
        Block kernel,
        Block bias) {

    public int parameters() {
        return kernel.size() + recurrentKernel.size() + bias.size();
    }
}
