package dev.wavetrain.bench;

import dev.wavetrain.bench.GrowthPlot.Line;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.OptimizerDefinition.Sgd;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * How an epoch's time grows with units, window, batch and slots, beside the growth of its
 * arithmetic. Writes {@code src/docs/growth.csv} and the plots of {@code src/docs/growth.md}.
 */
public final class GrowthBench {

    private static final Path DOCS = Path.of("src/docs");
    private static final List<Cell> CELLS = List.of(Cell.SIMPLE_RNN, Cell.GRU, Cell.LSTM);
    private static final int[] UNITS = {10, 20, 40, 80, 150, 300, 600};
    private static final int[] WINDOWS = {10, 20, 50, 100, 200, 500};
    private static final int[] BATCHES = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
    private static final int[] SLOTS = {1, 2};

    private final Pace pace =
            new Pace(1, Double.parseDouble(System.getProperty("seconds", "0.4")), 5);
    private final PrintWriter table;

    private GrowthBench(PrintWriter table) {
        this.table = table;
    }

    /** One point of a curve: the case, and what else is as usual. */
    private record Shape(Cell cell, int units, int window, int batch, int samples) {

        Definition definition() {
            return new Definition(
                    new SequenceDefinition(
                            Task.NEXT_STEP,
                            new Source.Formula("exp(-x/5)*cos(x)"),
                            null,
                            new Domain("0", "5*pi", window + samples, true),
                            window),
                    new NetworkDefinition(cell, List.of(units), BiasInit.ZEROS),
                    new TrainingDefinition(
                            new Sgd(Sgd.LEARNING_RATE, 0),
                            Loss.MSE,
                            batch,
                            1,
                            0.1,
                            Shuffle.EVERY_EPOCH,
                            1,
                            null,
                            new CheckpointPolicy(true, 0, true)));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        try (PrintWriter table =
                new PrintWriter(Files.newBufferedWriter(DOCS.resolve("growth.csv")))) {
            table.println("# " + Machine.description());
            table.println("axis,cell,value,seconds_an_epoch,gflop_an_epoch,gflop_per_second");
            GrowthBench bench = new GrowthBench(table);
            bench.curves("units", UNITS, (cell, units) -> new Shape(cell, units, 20, 10, 180));
            bench.curves("window", WINDOWS, (cell, window) -> new Shape(cell, 40, window, 10, 180));
            bench.curves("batch", BATCHES, (cell, batch) -> new Shape(cell, 40, 20, batch, 1140));
            bench.slots();
        }
    }

    @FunctionalInterface
    private interface Axis {
        Shape at(Cell cell, int value);
    }

    private void curves(String axis, int[] values, Axis shapes) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Cell cell : CELLS) {
            double[] seconds = new double[values.length];
            double[] work = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                Definition definition = shapes.at(cell, values[i]).definition();
                seconds[i] = secondsAnEpoch(definition);
                work[i] = Work.epoch(definition).flops();
                row(axis, cell, values[i], seconds[i], work[i]);
            }
            lines.add(new Line(cell.kerasName(), values, seconds, work));
        }
        GrowthPlot.write(DOCS.resolve("images/growth-" + axis + ".png"), axis, lines);
    }

    /** The median; processor time, since the clock would count what else works. */
    private double secondsAnEpoch(Definition definition) {
        int epochs = 1 + pace.warmUp(n -> BareEngine.train(BareEngine.plan(definition, n)));
        return Measured.median(
                IntStream.range(0, pace.repetitions())
                        .mapToDouble(
                                _ -> BareEngine.secondsAnEpoch(BareEngine.plan(definition, epochs)))
                        .toArray());
    }

    /** An epoch of each slot, with as many slots at work. */
    private void slots() throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Cell cell : CELLS) {
            Definition definition = new Shape(cell, 40, 20, 10, 180).definition();
            double flops = Work.epoch(definition).flops();
            double[] seconds = new double[SLOTS.length];
            double[] work = new double[SLOTS.length];
            for (int i = 0; i < SLOTS.length; i++) {
                seconds[i] = secondsAnEpoch(definition, SLOTS[i]) / SLOTS[i];
                work[i] = flops / SLOTS[i];
                row("slots", cell, SLOTS[i], seconds[i], flops);
            }
            lines.add(new Line(cell.kerasName(), SLOTS, seconds, work));
        }
        GrowthPlot.write(DOCS.resolve("images/growth-slots.png"), "slots", lines);
    }

    /** By the clock, until all of them have done theirs. */
    private double secondsAnEpoch(Definition definition, int count) {
        try (ExecutorService slots = Executors.newFixedThreadPool(count)) {
            Pace.Rates rates =
                    pace.measure(epochs ->
                            IntStream.range(0, count)
                                    .mapToObj(_ ->
                                            CompletableFuture.runAsync(
                                                    () ->
                                                            BareEngine.train(
                                                                    BareEngine.plan(
                                                                            definition, epochs)),
                                                    slots))
                                    .toList()
                                    .forEach(CompletableFuture::join));
            return 1 / rates.wall();
        }
    }

    private void row(String axis, Cell cell, int value, double seconds, double flops) {
        String line =
                "%s,%s,%d,%.4g,%.4g,%.4g"
                        .formatted(
                                axis,
                                cell.kerasName(),
                                value,
                                seconds,
                                flops / 1e9,
                                flops / seconds / 1e9);
        table.println(line);
        System.out.println(line);
    }
}
