"""Epochs a second of PyTorch on the presets: nn.RNN, nn.LSTM and nn.GRU in a plain training loop.

One thread, training with validation each epoch as the preset says; after a warm-up the median of
several repetitions, by the clock and by the process's own processor time.

    python pytorch_bench.py [preset ...]

Without arguments all presets. Ends with 69 where PyTorch is missing.
"""

import math
import statistics
import sys
import time

try:
    import torch
    from torch import nn
except ImportError:
    print("PyTorch is missing, so it was not timed: pip install torch==2.13.0", file=sys.stderr)
    sys.exit(69)

WARM_UP_SECONDS = 4
REPETITION_SECONDS = 1
REPETITIONS = 7
# Where one epoch alone takes longer than a repetition.
LONG_REPETITIONS = 3


class Sequence(nn.Module):
    """A recurrent layer with a linear layer on every step, or on the last one alone."""

    def __init__(self, cell, units, last_only):
        super().__init__()
        self.rnn = cell(1, units, batch_first=True)
        self.dense = nn.Linear(units, 1)
        self.last_only = last_only

    def forward(self, x):
        y, _ = self.rnn(x)
        return self.dense(y[:, -1] if self.last_only else y)


class EncoderDecoder(nn.Module):
    """The encoder's final state starts the decoder, which is fed the delayed target."""

    def __init__(self, cell, units):
        super().__init__()
        self.encoder = cell(1, units, batch_first=True)
        self.decoder = cell(1, units, batch_first=True)
        self.dense = nn.Linear(units, 1)

    def forward(self, x, decoder_x):
        _, state = self.encoder(x)
        y, _ = self.decoder(decoder_x, state)
        return self.dense(y)


def linspace(first, last, points):
    return [first + (last - first) * i / (points - 1) for i in range(points)]


def damped(x):
    return math.exp(-x / 5) * math.cos(x)


def windows(values, window, shift=0, count=None):
    count = count or len(values) - window
    return torch.tensor([[[v] for v in values[i + shift : i + shift + window]] for i in range(count)])


def next_step(cell, units):
    values = [damped(x) for x in linspace(0, 5 * math.pi, 200)]
    return Sequence(cell, units, False), [windows(values, 20)], windows(values, 20, 1, 180)


def next_value(values):
    x = windows(values, 80)
    y = torch.tensor([[v] for v in values[80:]])
    order = torch.randperm(len(x))
    return Sequence(nn.LSTM, 300, True), [x[order]], y[order]


def translate(cell, units, source, target, first, last):
    grid = linspace(first, last, 100)
    x, y = windows([source(v) for v in grid], 24), windows([target(v) for v in grid], 24)
    delayed = torch.cat([torch.zeros_like(y[:, :1]), y[:, :-1]], dim=1)
    return EncoderDecoder(cell, units), [x, delayed], y


def two_tones(x):
    return 3 * math.sin(5 * (2 * PI / 80) * x) - 5 * math.cos(3 * (2 * PI / 80) * x)


PI = math.pi


def sgd(parameters):
    return torch.optim.SGD(parameters, lr=0.01)


def adam(parameters):
    return torch.optim.Adam(parameters, lr=0.001, eps=1e-7)


def rmsprop(parameters):
    return torch.optim.RMSprop(parameters, lr=0.001, alpha=0.9, eps=1e-7)


# name: data and model, optimiser, batch, validation split, shuffle each epoch
PRESETS = {
    "damped-simple-rnn": (lambda: next_step(nn.RNN, 40), sgd, 10, 0.1, True),
    "sin-to-cos-simple-rnn": (
        lambda: translate(nn.RNN, 10, math.sin, math.cos, -3 * PI, 3 * PI), adam, 16, 0.2, True),
    "sin-to-cos-lstm": (
        lambda: translate(nn.LSTM, 75, math.sin, math.cos, -2 * PI, 2 * PI), adam, 10, 0, True),
    "damped-cos-to-sin-lstm": (
        lambda: translate(
            nn.LSTM, 75, damped, lambda x: math.exp(-x / 5) * math.sin(x), 0, 5 * PI),
        rmsprop, 10, 0, True),
    "square-to-root-lstm": (
        lambda: translate(nn.LSTM, 75, lambda x: x * x, math.sqrt, 0, 1.5), rmsprop, 10, 0, True),
    "damped-gru": (lambda: next_step(nn.GRU, 40), sgd, 10, 0.1, True),
    "damped-lstm": (lambda: next_step(nn.LSTM, 40), sgd, 10, 0.1, True),
    "sine-lstm-300": (
        lambda: next_value([math.sin(2 * PI * i / 80) for i in range(4000)]),
        rmsprop, 256, 0.3, False),
    "two-tone-lstm-300": (
        lambda: next_value([two_tones(i) for i in range(16000)]),
        rmsprop, 256, 0.3, False),
}


class Experiment:
    def __init__(self, name):
        make, optimizer, self.batch, split, self.shuffle = PRESETS[name]
        self.model, inputs, targets = make()
        self.train_count = math.floor(len(targets) * (1 - split))
        self.inputs, self.targets = inputs, targets
        self.optimizer = optimizer(self.model.parameters())
        self.loss = nn.MSELoss()

    def epoch(self):
        self.model.train()
        n = self.train_count
        order = torch.randperm(n) if self.shuffle else torch.arange(n)
        total = 0.0
        for rows in order.split(self.batch):
            self.optimizer.zero_grad()
            loss = self.loss(self.model(*(x[rows] for x in self.inputs)), self.targets[rows])
            loss.backward()
            self.optimizer.step()
            total += loss.item() * len(rows)
        return total / n, self.validate(n)

    def validate(self, n):
        if n == len(self.targets):
            return float("nan")
        self.model.eval()
        with torch.no_grad():
            total = 0.0
            for rows in torch.arange(n, len(self.targets)).split(max(self.batch, 64)):
                out = self.model(*(x[rows] for x in self.inputs))
                total += self.loss(out, self.targets[rows]).item() * len(rows)
        return total / (len(self.targets) - n)


def measure(name):
    torch.manual_seed(1)
    experiment = Experiment(name)
    started, epochs = time.perf_counter(), 0
    while time.perf_counter() - started < WARM_UP_SECONDS or epochs < 1:
        experiment.epoch()
        epochs += 1
    rate = epochs / (time.perf_counter() - started)
    epochs = max(1, round(rate * REPETITION_SECONDS))
    wall, cpu = [], []
    for _ in range(REPETITIONS if rate * REPETITION_SECONDS >= 1 else LONG_REPETITIONS):
        clock, processor = time.perf_counter(), time.process_time()
        for _ in range(epochs):
            experiment.epoch()
        wall.append(epochs / (time.perf_counter() - clock))
        cpu.append(epochs / (time.process_time() - processor))
    print(f"{name:24} {statistics.median(wall):14.4g} {statistics.median(cpu):14.4g}", flush=True)


if __name__ == "__main__":
    wanted = sys.argv[1:] or list(PRESETS)
    unknown = [name for name in wanted if name not in PRESETS]
    if unknown:
        sys.exit(f"There is no preset {unknown[0]}")
    torch.set_num_threads(1)
    print(f"PyTorch {torch.__version__}")
    print(f"{'preset':24} {'epochs/s':>14} {'epochs/CPU s':>14}")
    for preset in wanted:
        measure(preset)
