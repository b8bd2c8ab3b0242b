package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.GroupSeries;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.Spread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The spread of a group's losses, epoch by epoch. */
@Component
class GroupCurves {

    private final EpochRows rows;

    GroupCurves(EpochRows rows) {
        this.rows = rows;
    }

    /**
     * @param keys not empty
     */
    GroupSeries series(RunGroup group, Collection<String> keys, int maxPoints) {
        int last = group.runs().stream().mapToInt(run -> run.progress().epoch()).max().orElse(0);
        int[] epochs = epochs(last, maxPoints);
        boolean all = epochs.length == last;
        int size = group.runs().size();
        double[][] loss = new double[size][];
        double[][] valLoss = new double[size][];
        for (int r = 0; r < size; r++) {
            loss[r] = absent(epochs.length);
            valLoss[r] = absent(epochs.length);
            read(group.runs().get(r), epochs, all, loss[r], valLoss[r]);
        }
        SequencedMap<String, GroupSeries.Line> lines = new LinkedHashMap<>();
        for (String key : keys) {
            lines.put(key, line(epochs, key.equals(MetricSeries.LOSS) ? loss : valLoss));
        }
        return new GroupSeries(lines, last);
    }

    /** All epochs, or evenly spaced ones with the first and the last. */
    private static int[] epochs(int last, int most) {
        if (last <= most) {
            return IntStream.rangeClosed(1, last).toArray();
        }
        return most == 1
                ? new int[] {last}
                : IntStream.range(0, most)
                        .map(i -> 1 + (int) ((last - 1L) * i / (most - 1)))
                        .toArray();
    }

    private static double[] absent(int length) {
        double[] values = new double[length];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private void read(RunDetails run, int[] epochs, boolean all, double[] loss, double[] valLoss) {
        int upTo = run.progress().epoch();
        if (all) {
            rows.forEach(
                    run.id().value(), 0, upTo, row -> note(row, row.epoch() - 1, loss, valLoss));
        } else {
            List<Integer> wanted =
                    Arrays.stream(epochs).filter(epoch -> epoch <= upTo).boxed().toList();
            for (EpochRow row : rows.at(run.id().value(), wanted)) {
                note(row, Arrays.binarySearch(epochs, row.epoch()), loss, valLoss);
            }
        }
    }

    private static void note(EpochRow row, int at, double[] loss, double[] valLoss) {
        loss[at] = worstIfNaN(row.loss());
        valLoss[at] = worstIfNaN(row.valLoss());
    }

    /** Absent stays NaN: a value that is not a number is worse than all others. */
    private static double worstIfNaN(@Nullable Double value) {
        if (value == null) {
            return Double.NaN;
        }
        return value.isNaN() ? Double.POSITIVE_INFINITY : value;
    }

    private static GroupSeries.Line line(int[] epochs, double[][] values) {
        int[] step = new int[epochs.length];
        List<Spread> found = new ArrayList<>();
        for (int i = 0; i < epochs.length; i++) {
            int at = i;
            double[] known =
                    Arrays.stream(values)
                            .mapToDouble(run -> run[at])
                            .filter(value -> !Double.isNaN(value))
                            .toArray();
            if (known.length > 0) {
                step[found.size()] = epochs[i];
                found.add(Spread.of(known));
            }
        }
        return new GroupSeries.Line(
                Arrays.copyOf(step, found.size()),
                found.stream().mapToInt(Spread::n).toArray(),
                found.stream().mapToDouble(Spread::median).toArray(),
                found.stream().mapToDouble(Spread::lowerQuartile).toArray(),
                found.stream().mapToDouble(Spread::upperQuartile).toArray(),
                found.stream().mapToDouble(Spread::min).toArray(),
                found.stream().mapToDouble(Spread::max).toArray());
    }
}
