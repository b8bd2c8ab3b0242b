package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.EpochBlocks;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunMetrics;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** The metrics of runs, read from the database. */
@Service
class StoredMetrics implements RunMetrics {

    private final VisibleRuns runs;
    private final EpochRows epochs;
    private final EpochBlocks blocks;

    StoredMetrics(VisibleRuns runs, EpochRows epochs, EpochBlocks blocks) {
        this.runs = runs;
        this.epochs = epochs;
        this.blocks = blocks;
    }

    @Override
    public MetricSeries series(
            Caller caller, RunId id, Collection<String> keys, int after, int maxPoints) {
        new Rules()
                .that(
                        MetricSeries.KEYS.containsAll(keys),
                        "keys",
                        Rule.ONE_OF,
                        MetricSeries.LOSS + ", " + MetricSeries.VAL_LOSS)
                .that(after >= 0, "after", Rule.AT_LEAST, 0)
                .between("maxPoints", maxPoints, 1, MetricSeries.MOST_POINTS)
                .check();
        int last = runs.lastEpoch(caller, id);
        int count = Math.max(0, last - after);
        EpochBuckets loss = new EpochBuckets(after, count, maxPoints);
        EpochBuckets valLoss = new EpochBuckets(after, count, maxPoints);
        read(id.value(), after, last, EpochBuckets.size(count, maxPoints), loss, valLoss);
        Map<String, EpochBuckets> lines =
                Map.of(MetricSeries.LOSS, loss, MetricSeries.VAL_LOSS, valLoss);
        LinkedHashMap<String, MetricSeries.Line> series = new LinkedHashMap<>();
        Collection<String> wanted =
                keys.isEmpty() ? List.of(MetricSeries.LOSS, MetricSeries.VAL_LOSS) : keys;
        wanted.forEach(key -> series.put(key, lines.get(key).line()));
        return new MetricSeries(series, Math.max(after, last));
    }

    /** From whole blocks where buckets are no smaller, as far as there are all; else each epoch. */
    private void read(
            UUID run, int after, int last, int bucket, EpochBuckets loss, EpochBuckets valLoss) {
        int from = EpochBlocks.whole(after + EpochBlocks.EPOCHS - 1);
        int to = Math.max(from, EpochBlocks.whole(last));
        List<EpochBlocks.Block> whole =
                bucket < EpochBlocks.EPOCHS ? List.of() : blocks.between(run, from, to);
        Consumer<EpochRow> each =
                row -> {
                    loss.add(row.epoch(), row.loss());
                    if (row.valLoss() != null) {
                        valLoss.add(row.epoch(), row.valLoss());
                    }
                };
        if (whole.size() * EpochBlocks.EPOCHS < to - from) {
            // Short buckets, or an older process stored the epochs alone.
            epochs.forEach(run, after, last, each);
            return;
        }
        epochs.forEach(run, after, Math.min(from, last), each);
        for (EpochBlocks.Block block : whole) {
            loss.add(block.epoch(), block.loss());
            if (block.valLoss() != null) {
                valLoss.add(block.epoch(), block.valLoss());
            }
        }
        epochs.forEach(run, to, last, each);
    }

    @Override
    public Map<RunId, MetricSeries.Line> sparklines(Caller caller, List<RunId> ids, int points) {
        List<UUID> visible = runs.visible(caller, ids);
        Map<RunId, MetricSeries.Line> lines = new LinkedHashMap<>();
        epochs.spread(visible, points)
                .forEach((run, rows) -> lines.put(new RunId(run), sparkline(rows)));
        return lines;
    }

    @Override
    public void writeCsv(Caller caller, RunId id, OutputStream out) throws IOException {
        int last = runs.lastEpoch(caller, id);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write("epoch,loss,val_loss\n");
        try {
            epochs.forEach(id.value(), 0, last, row -> write(writer, row));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private static void write(Writer writer, EpochRow row) {
        try {
            String valLoss = row.valLoss() == null ? "" : String.valueOf(row.valLoss());
            writer.write(row.epoch() + "," + row.loss() + "," + valLoss + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MetricSeries.Line sparkline(List<EpochRow> rows) {
        int[] steps = rows.stream().mapToInt(EpochRow::epoch).toArray();
        double[] values = rows.stream().mapToDouble(EpochRow::watched).toArray();
        return new MetricSeries.Line(steps, values, values, values);
    }
}
