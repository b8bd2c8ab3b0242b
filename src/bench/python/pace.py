"""How every peer is timed: a warm-up, then the median of repetitions, by clock and processor."""

import os
import statistics
import sys
import time

from waves import PRESETS

WARM_UP_SECONDS = float(os.environ.get("BENCH_WARM_UP_SECONDS", 4))
REPETITION_SECONDS = float(os.environ.get("BENCH_REPETITION_SECONDS", 1))
REPETITIONS = int(os.environ.get("BENCH_REPETITIONS", 7))
# Where one epoch alone takes longer than a repetition.
LONG_REPETITIONS = max(1, REPETITIONS // 2)


def measure(train):
    """Epochs a second by the clock, and by the process's processor time. train: epochs -> None."""
    train(1)
    epochs, seconds, started = 1, 0.0, time.perf_counter()
    while time.perf_counter() - started < WARM_UP_SECONDS:
        begun = time.perf_counter()
        train(epochs)
        seconds = (time.perf_counter() - begun) / epochs
        epochs = max(1, int(REPETITION_SECONDS / seconds))
    wall, cpu = [], []
    for _ in range(REPETITIONS if seconds < REPETITION_SECONDS else LONG_REPETITIONS):
        clock, processor = time.perf_counter(), time.process_time()
        train(epochs)
        wall.append(epochs / (time.perf_counter() - clock))
        cpu.append(epochs / (time.process_time() - processor))
    return statistics.median(wall), statistics.median(cpu)


def run(library, trainer):
    """Times the presets named on the command line, or all. trainer: preset -> train."""
    wanted = sys.argv[1:] or list(PRESETS)
    unknown = [name for name in wanted if name not in PRESETS]
    if unknown:
        sys.exit(f"There is no preset {unknown[0]}")
    print(library)
    print(f"{'preset':24} {'epochs/s':>14} {'epochs/CPU s':>14}")
    for name in wanted:
        wall, cpu = measure(trainer(PRESETS[name]))
        print(f"{name:24} {wall:14.4g} {cpu:14.4g}", flush=True)
