"""Epochs a second of Keras on the presets: SimpleRNN, LSTM and GRU layers, trained by model.fit.

One thread, training with validation each epoch as the preset says; pace.py says how it is timed.
Nothing is printed while it trains, in Keras's favour.

    python keras_bench.py [preset ...]

Without arguments all presets. Ends with 69 where Keras or TensorFlow is missing.
"""

import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("KERAS_BACKEND", "tensorflow")

try:
    import keras
    import numpy as np
    import tensorflow as tf
    from keras import layers
except ImportError:
    print(
        "Keras is missing, so it was not timed: pip install tensorflow-cpu==2.21.0 keras==3.15.1",
        file=sys.stderr)
    sys.exit(69)

import pace

CELLS = {"rnn": layers.SimpleRNN, "lstm": layers.LSTM, "gru": layers.GRU}
OPTIMIZERS = {
    "sgd": lambda: keras.optimizers.SGD(0.01),
    "adam": lambda: keras.optimizers.Adam(0.001),
    "rmsprop": lambda: keras.optimizers.RMSprop(0.001),
}


def sequence(cell, units, window, last_only):
    """A recurrent layer with a dense layer on every step, or on the last one alone."""
    return keras.Sequential([
        keras.Input((window, 1)),
        cell(units, return_sequences=not last_only),
        layers.Dense(1),
    ])


def encoder_decoder(cell, units, window):
    """The encoder's final state starts the decoder, which is fed the delayed target."""
    x, decoder_x = keras.Input((window, 1)), keras.Input((window, 1))
    _, *state = cell(units, return_state=True)(x)
    y = cell(units, return_sequences=True)(decoder_x, initial_state=state)
    return keras.Model([x, decoder_x], layers.Dense(1)(y))


def experiment(preset):
    keras.utils.set_random_seed(1)
    inputs, targets = preset.data()
    inputs, targets = [np.array(x, "float32") for x in inputs], np.array(targets, "float32")
    if preset.shuffle == "once":
        order = np.random.permutation(len(targets))
        inputs, targets = [x[order] for x in inputs], targets[order]
    cell, window = CELLS[preset.cell], inputs[0].shape[1]
    if preset.output == "decoder":
        model = encoder_decoder(cell, preset.units, window)
    else:
        model = sequence(cell, preset.units, window, preset.output == "last")
    model.compile(optimizer=OPTIMIZERS[preset.optimizer](), loss="mse")

    def train(epochs):
        model.fit(
            inputs if len(inputs) > 1 else inputs[0],
            targets,
            batch_size=preset.batch,
            epochs=epochs,
            validation_split=preset.split,
            shuffle=preset.shuffle == "epoch",
            verbose=0)

    return train


if __name__ == "__main__":
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    pace.run(f"Keras {keras.__version__}, TensorFlow {tf.__version__}", experiment)
