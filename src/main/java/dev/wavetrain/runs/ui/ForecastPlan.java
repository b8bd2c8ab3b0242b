package dev.wavetrain.runs.ui;

import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a forecast is asked for, as the fields of the forecast tab hold it.
 *
 * @param start where a free run begins
 * @param steps of a free run
 * @param starts of decoding, separated by commas or spaces
 */
public record ForecastPlan(Mode mode, String start, String steps, String starts) {

    /** How a net is tried. */
    public enum Mode {
        FREE_RUN,
        DECODE,
        TEACHER_FORCED
    }

    /** Enough to see a long wave go on, soon enough for a large net. */
    private static final int MOST_STEPS = 400;

    private static final int MOST_STARTS = 6;

    /** What shows most at first sight: the whole wave run freely, or windows side by side. */
    public static ForecastPlan of(SequenceDefinition sequence) {
        Domain domain = sequence.domain();
        int points = domain == null ? 2 * sequence.window() : domain.points();
        int window = sequence.window();
        boolean decodes = sequence.task() == Task.TRANSLATE;
        return new ForecastPlan(
                decodes ? Mode.DECODE : Mode.FREE_RUN,
                "0",
                String.valueOf(Math.min(points - window, Math.max(MOST_STEPS, 4 * window))),
                starts(points, window));
    }

    private static String starts(int points, int window) {
        int count = Math.clamp(points / window, 1, MOST_STARTS);
        int last = points - window - 1;
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(count == 1 ? 0 : i * last / (count - 1)))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    static List<Mode> modes(Task task) {
        return task == Task.TRANSLATE
                ? List.of(Mode.DECODE, Mode.TEACHER_FORCED)
                : List.of(Mode.FREE_RUN, Mode.TEACHER_FORCED);
    }

    /**
     * @throws InvalidValue at {@code start}, {@code steps} or {@code starts}
     */
    EvaluationRequest request() {
        return switch (mode) {
            case FREE_RUN ->
                    new EvaluationRequest.FreeRun(whole("start", start), whole("steps", steps));
            case DECODE ->
                    new EvaluationRequest.Decode(
                            Arrays.stream(starts.split("[\\s,、，]+"))
                                    .filter(text -> !text.isEmpty())
                                    .map(text -> whole("starts", text))
                                    .toList());
            case TEACHER_FORCED -> new EvaluationRequest.TeacherForced();
        };
    }

    private static int whole(String field, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            throw new InvalidValue(new FieldError(field, Rule.WRONG_TYPE, Reason.A_WHOLE_NUMBER));
        }
    }
}
