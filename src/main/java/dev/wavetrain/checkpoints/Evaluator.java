package dev.wavetrain.checkpoints;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Scales;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Task;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tries a saved net on data. Every window starts from a zero state. One thread, one evaluator.
 *
 * <p>Letters: T the window's steps, N windows.
 */
public final class Evaluator {

    /** Points in all segments of one answer. */
    static final int MOST_POINTS = 100_000;

    /** Multiplications of one answer: seconds to a minute. */
    public static final double MOST_WORK = 3e11;

    /** Numbers that a layer's outputs take for the windows predicted at once: 16 MB of floats. */
    private static final int MOST_NUMBERS_AT_ONCE = 4_000_000;

    /** What is asked of a net; {@link Forecaster} answers it. */
    interface Net {

        /** (N, T, 1), (N, T, 1) or null -> (N, T or 1, 1). */
        float[] predict(float[] inputs, float @Nullable [] decoderInputs, int count);

        /** (T, 1) -> (steps, 1). */
        float[] freeRun(float[] window, int steps);

        /** (T, 1) -> (steps, 1). */
        float[] decode(float[] window, int steps);
    }

    private final Network network;
    private final Net net;
    private final Scales scales;

    public Evaluator(Network network, float[] parameters) {
        this(network, parameters, Scales.NONE);
    }

    /**
     * @param scales that the net was trained with; data and answer are in the data's own units
     */
    public Evaluator(Network network, float[] parameters, Scales scales) {
        this(network, net(new Forecaster(network, parameters)), scales);
    }

    Evaluator(Network network, Net net) {
        this(network, net, Scales.NONE);
    }

    private Evaluator(Network network, Net net, Scales scales) {
        this.network = network;
        this.net = net;
        this.scales = scales;
    }

    /**
     * @throws InvalidValue where the data does not suit the net ({@code sequence.task}, {@code
     *     sequence.window}), the mode does not ({@code mode}), a window lies outside the data
     *     ({@code start}, {@code starts[i]}), or the answer would take too long
     */
    public Evaluation evaluate(SequenceData data, EvaluationRequest request) {
        requireSuited(data);
        Tally tally = new Tally(data, scales.target());
        switch (request) {
            case EvaluationRequest.FreeRun(Integer start, int steps) -> {
                requireMode(!network.hasDecoder(), "a network that translates is decoded");
                freeRun(data, start, steps, tally);
            }
            case EvaluationRequest.Decode decode -> {
                requireMode(network.hasDecoder(), "this network has no decoder");
                decode(data, decode, tally);
            }
            case EvaluationRequest.TeacherForced() -> teacherForced(data, tally);
        }
        return tally.result();
    }

    private void freeRun(SequenceData data, @Nullable Integer start, int steps, Tally tally) {
        int last = data.input().length() - network.window();
        int from = start == null ? last : start;
        new Rules().that(from <= last, "start", Rule.AT_MOST, last).check();
        requireWork("steps", (double) steps * network.window());
        float[] predicted = net.freeRun(window(data, from), steps);
        tally.add(new Span((long) from + network.window(), steps, false), predicted, 0, true);
    }

    private void decode(SequenceData data, EvaluationRequest.Decode request, Tally tally) {
        int last = data.input().length() - network.window();
        Rules rules = new Rules();
        for (int i = 0; i < request.starts().size(); i++) {
            rules.that(request.starts().get(i) <= last, "starts[" + i + "]", Rule.AT_MOST, last);
        }
        rules.check();
        requireWork("starts", (double) request.starts().size() * network.window());
        for (int start : request.starts()) {
            float[] predicted = net.decode(window(data, start), network.window());
            tally.add(new Span(start, network.window(), false), predicted, 0, true);
        }
    }

    private void teacherForced(SequenceData data, Tally tally) {
        int count = data.sampleCount();
        requireWork("mode", (double) count * network.window());
        int window = network.window();
        int units = network.units().stream().mapToInt(Integer::intValue).max().orElse(1);
        int atOnce = (int) Math.max(1, MOST_NUMBERS_AT_ONCE / ((long) window * units));
        float[] last = new float[network.hasDecoder() ? 0 : count];
        int every = Math.ceilDiv(count, Math.max(1, MOST_POINTS / window));
        for (int first = 0; first < count; first += atOnce) {
            int size = Math.min(atOnce, count - first);
            Samples samples = data.samples(first, size, scales);
            float[] predicted = net.predict(samples.inputs(), samples.decoderInputs(), size);
            int steps = samples.targetSteps();
            for (int i = 0; i < size; i++) {
                if (network.hasDecoder()) {
                    Span span = new Span((long) first + i, window, true);
                    tally.add(span, predicted, i * window, (first + i) % every == 0);
                } else {
                    last[first + i] = predicted[(i + 1) * steps - 1];
                }
            }
        }
        if (!network.hasDecoder()) {
            tally.add(new Span(window, count, true), last, 0, true);
        }
    }

    private float[] window(SequenceData data, int start) {
        return data.window(start, scales);
    }

    private void requireSuited(SequenceData data) {
        Task task = data.definition().task();
        new Rules()
                .that(
                        Head.of(task) == network.head(),
                        "sequence.task",
                        Rule.NOT_ALLOWED,
                        "the network was trained for another task")
                .that(
                        data.definition().window() == network.window(),
                        "sequence.window",
                        Rule.NOT_ALLOWED,
                        "the network was trained on windows of " + network.window())
                .check();
    }

    private static void requireMode(boolean holds, String reason) {
        new Rules().that(holds, "mode", Rule.NOT_ALLOWED, reason).check();
    }

    private void requireWork(String field, double steps) {
        double work = steps * network.parameterCount();
        if (work > MOST_WORK) {
            throw new InvalidValue(
                    new FieldError(
                            field,
                            Rule.TOO_LARGE,
                            String.format(Locale.ROOT, "%.0e multiplications", work),
                            String.format(Locale.ROOT, "%.0e", MOST_WORK)));
        }
    }

    private static Net net(Forecaster forecaster) {
        return new Net() {
            @Override
            public float[] predict(float[] inputs, float @Nullable [] decoderInputs, int count) {
                return forecaster.predict(inputs, decoderInputs, count);
            }

            @Override
            public float[] freeRun(float[] window, int steps) {
                return forecaster.freeRun(window, steps);
            }

            @Override
            public float[] decode(float[] window, int steps) {
                return forecaster.decode(window, steps);
            }
        };
    }
}
