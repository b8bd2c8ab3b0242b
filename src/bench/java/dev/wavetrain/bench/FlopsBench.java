package dev.wavetrain.bench;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.model.Propagation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How near the engine comes to the processor's limit, and where the rest goes. For each preset:
 * GFLOP/s of a whole epoch, counted from the shapes by {@link Work}; GFLOP/s of OpenBLAS's sgemm
 * alone on exactly those products, on arrays that stay in the cache; and an epoch's time in parts:
 * the products at that speed, what the passes take beyond ({@link Sections}), taking up windows,
 * and the rest, which is losses, optimiser, shuffling and keeping the epoch's end.
 *
 * <p>All of it is processor time of the one thread. A profile by samples would not do: the products
 * are called in a way that lets nobody look while they run, so their samples fall on the loops
 * behind them.
 *
 * <p>Arguments: keys of the presets to run; none for all but the longest.
 */
public final class FlopsBench {

    private static final String LONGEST = "two-tone-lstm-300";
    private static final int ROUNDS = 5;

    private final Definition definition;
    private final Work work;
    private final Sections sections;

    private FlopsBench(Definition definition) {
        this.definition = definition;
        work = Work.epoch(definition);
        sections = new Sections(BareEngine.plan(definition, 1));
    }

    /** Seconds of one epoch. */
    private record Parts(
            double epoch,
            double forwardProducts,
            double backwardProducts,
            double load,
            double forward,
            double backward) {}

    public static void main(String[] keys) {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description() + ", kernels " + Propagation.processor());
        System.out.println("shares of an epoch: products and what the cells add, there and back");
        System.out.printf(
                "%-24s %9s %9s %8s %8s | %10s %8s %10s %8s %8s %8s%n",
                "preset",
                "GFLOP",
                "ms",
                "GFLOP/s",
                "sgemm's",
                "products >",
                "cells >",
                "products <",
                "cells <",
                "windows",
                "rest");
        for (Preset preset : Measured.presets(keys)) {
            if (keys.length > 0 || !preset.key().equals(LONGEST)) {
                new FlopsBench(preset.definition()).run(preset.key());
            }
        }
    }

    private void run(String key) {
        Pace pace = Pace.fromEnvironment();
        int epochs = pace.warmUp(this::train);
        pace.warmUp(sections::backward);
        List<Parts> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(parts(epochs));
        }
        print(key, rounds);
    }

    private void train(int epochs) {
        BareEngine.train(BareEngine.plan(definition, epochs));
    }

    private Parts parts(int epochs) {
        double epoch = Measured.threadSeconds(() -> train(epochs)) / epochs;
        double load = sections.load(epochs);
        double forward = sections.forward(epochs);
        return new Parts(
                epoch,
                work.forwardSeconds(),
                work.backwardSeconds(),
                load,
                forward - load,
                sections.backward(epochs) - forward);
    }

    private void print(String key, List<Parts> rounds) {
        double epoch = median(rounds, Parts::epoch);
        double there = median(rounds, Parts::forwardProducts);
        double back = median(rounds, Parts::backwardProducts);
        double load = median(rounds, Parts::load);
        double forward = median(rounds, Parts::forward);
        double backward = median(rounds, Parts::backward);
        double flops = work.flops();
        System.out.printf(
                "%-24s %9.4f %9.3f %8.1f %8.1f | %9.0f%% %7.0f%% %9.0f%% %7.0f%% %7.0f%%"
                        + " %7.0f%%%n",
                key,
                flops / 1e9,
                epoch * 1e3,
                flops / epoch / 1e9,
                flops / (there + back) / 1e9,
                100 * there / epoch,
                100 * (forward - there) / epoch,
                100 * back / epoch,
                100 * (backward - back) / epoch,
                100 * load / epoch,
                100 * (epoch - load - forward - backward) / epoch);
    }

    private static double median(List<Parts> rounds, ToDoubleFunction<Parts> part) {
        return Measured.median(rounds.stream().mapToDouble(part).toArray());
    }
}
