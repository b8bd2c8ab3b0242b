"""Epochs a second of PyTorch on the presets: nn.RNN, nn.LSTM and nn.GRU in a plain training loop.

One thread, training with validation each epoch as the preset says; pace.py says how it is timed.

    python pytorch_bench.py [preset ...]

Without arguments all presets. Ends with 69 where PyTorch is missing.
"""

import math
import sys

try:
    import torch
    from torch import nn
except ImportError:
    print("PyTorch is missing, so it was not timed: pip install torch==2.13.0", file=sys.stderr)
    sys.exit(69)

import pace

CELLS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
OPTIMIZERS = {
    "sgd": lambda parameters: torch.optim.SGD(parameters, lr=0.01),
    "adam": lambda parameters: torch.optim.Adam(parameters, lr=0.001, eps=1e-7),
    "rmsprop": lambda parameters: torch.optim.RMSprop(parameters, lr=0.001, alpha=0.9, eps=1e-7),
}


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


class Experiment:
    def __init__(self, preset):
        torch.manual_seed(1)
        inputs, targets = preset.data()
        self.inputs, self.targets = [torch.tensor(x) for x in inputs], torch.tensor(targets)
        if preset.shuffle == "once":
            order = torch.randperm(len(self.targets))
            self.inputs, self.targets = [x[order] for x in self.inputs], self.targets[order]
        self.batch, self.shuffle = preset.batch, preset.shuffle == "epoch"
        self.train_count = math.floor(len(self.targets) * (1 - preset.split))
        cell = CELLS[preset.cell]
        if preset.output == "decoder":
            self.model = EncoderDecoder(cell, preset.units)
        else:
            self.model = Sequence(cell, preset.units, preset.output == "last")
        self.optimizer = OPTIMIZERS[preset.optimizer](self.model.parameters())
        self.loss = nn.MSELoss()

    def train(self, epochs):
        for _ in range(epochs):
            self.epoch()

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


if __name__ == "__main__":
    torch.set_num_threads(1)
    pace.run(f"PyTorch {torch.__version__}", lambda preset: Experiment(preset).train)
