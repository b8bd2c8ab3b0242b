package dev.wavetrain.model;

/** The recurrent cell of a network. */
public enum Cell {
    /** h' = tanh(x W + h U + b). */
    SIMPLE_RNN(1, 1, "SimpleRNN"),
    /** Gates i, f, c, o in Keras's order. */
    LSTM(4, 1, "LSTM"),
    /** Gates z, r, h; reset gate applied after the recurrent product, two biases. */
    GRU(3, 2, "GRU");

    private final int gates;
    private final int biases;
    private final String kerasName;

    Cell(int gates, int biases, String kerasName) {
        this.gates = gates;
        this.biases = biases;
        this.kerasName = kerasName;
    }

    /** G: how many blocks of H columns a kernel has. */
    public int gates() {
        return gates;
    }

    /** Rows of the bias: GRU has one for the input product and one for the recurrent product. */
    public int biases() {
        return biases;
    }

    /** Whether a cell state is carried beside the output. */
    public boolean hasCellState() {
        return this == LSTM;
    }

    /** The layer's name in Keras. */
    public String kerasName() {
        return kerasName;
    }
}
