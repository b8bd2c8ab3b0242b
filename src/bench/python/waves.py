"""The presets' data and settings, in plain Python, for whatever library trains on them."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

PI = math.pi


def linspace(first, last, points):
    return [first + (last - first) * i / (points - 1) for i in range(points)]


def damped(x):
    return math.exp(-x / 5) * math.cos(x)


def damped_sine(x):
    return math.exp(-x / 5) * math.sin(x)


def square(x):
    return x * x


def pure(i):
    return math.sin(2 * PI * i / 80)


def two_tones(i):
    return 3 * math.sin(5 * (2 * PI / 80) * i) - 5 * math.cos(3 * (2 * PI / 80) * i)


def windows(values, window, shift=0, count=None):
    """(count, window, 1)."""
    count = count or len(values) - window
    return [[[v] for v in values[i + shift : i + shift + window]] for i in range(count)]


def next_step():
    """Windows of 20 and the same windows one step later."""
    values = [damped(x) for x in linspace(0, 5 * PI, 200)]
    return [windows(values, 20)], windows(values, 20, 1, 180)


def next_value(wave, points):
    """Windows of 80 and the value after each."""
    values = [wave(i) for i in range(points)]
    return [windows(values, 80)], [[v] for v in values[80:]]


def translate(source, target, first, last):
    """Windows of 24 of one wave and of another, which the decoder is fed one step late."""
    grid = linspace(first, last, 100)
    x, y = windows([source(v) for v in grid], 24), windows([target(v) for v in grid], 24)
    delayed = [[[0.0]] + window[:-1] for window in y]
    return [x, delayed], y


@dataclass(frozen=True)
class Preset:
    """What to train, and how.

    data: () -> inputs (the encoder's, then the decoder's if there is one) and targets
    output: "steps" for a value at every step, "last" for one, "decoder" for an encoder-decoder
    split: the last fraction of the samples, for validation
    shuffle: "epoch" for every epoch anew, "once" before the split
    """

    data: Callable
    cell: str
    units: int
    output: str
    optimizer: str
    batch: int
    split: float
    shuffle: str = "epoch"


def small(cell):
    return Preset(next_step, cell, 40, "steps", "sgd", 10, 0.1)


def translation(source, target, first, last, optimizer):
    data = partial(translate, source, target, first, last)
    return Preset(data, "lstm", 75, "decoder", optimizer, 10, 0)


def large(wave, points):
    data = partial(next_value, wave, points)
    return Preset(data, "lstm", 300, "last", "rmsprop", 256, 0.3, "once")


PRESETS = {
    "damped-simple-rnn": small("rnn"),
    "sin-to-cos-simple-rnn": Preset(
        partial(translate, math.sin, math.cos, -3 * PI, 3 * PI), "rnn", 10, "decoder", "adam", 16, 0.2),
    "sin-to-cos-lstm": translation(math.sin, math.cos, -2 * PI, 2 * PI, "adam"),
    "damped-cos-to-sin-lstm": translation(damped, damped_sine, 0, 5 * PI, "rmsprop"),
    "square-to-root-lstm": translation(square, math.sqrt, 0, 1.5, "rmsprop"),
    "damped-gru": small("gru"),
    "damped-lstm": small("lstm"),
    "sine-lstm-300": large(pure, 4000),
    "two-tone-lstm-300": large(two_tones, 16000),
}
