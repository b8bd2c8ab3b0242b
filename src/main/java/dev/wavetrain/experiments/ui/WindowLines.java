package dev.wavetrain.experiments.ui;

import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Series;
import dev.wavetrain.sequence.Task;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One sample as lines over its steps, counted from 1.
 *
 * @param points by {@code input}, {@code decoder} (of an encoder-decoder alone) and {@code target}
 */
record WindowLines(SequencedMap<String, Series> points) {

    static WindowLines of(SequenceData data, int index) {
        Samples sample = data.samples(index, 1);
        SequencedMap<String, Series> points = new LinkedHashMap<>();
        points.put("input", overSteps(sample.inputs()));
        float @Nullable [] decoder = sample.decoderInputs();
        if (decoder != null) {
            points.put("decoder", overSteps(decoder));
        }
        points.put(
                "target",
                data.definition().task() == Task.NEXT_VALUE
                        ? after(sample)
                        : overSteps(sample.targets()));
        return new WindowLines(points);
    }

    private static Series overSteps(float[] values) {
        return new Series(
                IntStream.rangeClosed(1, values.length).asDoubleStream().toArray(),
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
    }

    /** From the last value seen to the one asked for: a single point would not show as a line. */
    private static Series after(Samples sample) {
        int window = sample.window();
        return new Series(
                new double[] {window, window + 1},
                new double[] {sample.inputs()[window - 1], sample.targets()[0]});
    }
}
