package dev.wavetrain.model;

/**
 * One matrix within the flat parameters of a {@link Network}, row-major as in Keras.
 *
 * @param name the layer's name and the matrix's, as {@code rnn1/kernel}
 * @param offset index of the first element
 */
public record Block(String name, int offset, int rows, int columns) {

    public int size() {
        return rows * columns;
    }

    /** Index after the last element. */
    public int end() {
        return offset + size();
    }
}
