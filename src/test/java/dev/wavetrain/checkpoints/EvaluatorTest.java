package dev.wavetrain.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.checkpoints.EvaluationRequest.Decode;
import dev.wavetrain.checkpoints.EvaluationRequest.FreeRun;
import dev.wavetrain.checkpoints.EvaluationRequest.TeacherForced;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source.Column;
import dev.wavetrain.sequence.Source.Formula;
import dev.wavetrain.sequence.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvaluatorTest {

    /** 0 1 4 9 16 25 at x = 0..5. */
    private static final SequenceData SQUARES = formula(Task.NEXT_STEP, "x^2", null, 6, 2);

    /** Predicts the last value it saw plus 1. */
    private static final Evaluator.Net PLUS_ONE =
            new Evaluator.Net() {
                @Override
                public float[] predict(
                        float[] inputs, float @Nullable [] decoderInputs, int count) {
                    float[] source = decoderInputs == null ? inputs : decoderInputs;
                    float[] outputs = new float[source.length];
                    for (int i = 0; i < outputs.length; i++) {
                        outputs[i] = source[i] + 1;
                    }
                    return outputs;
                }

                @Override
                public float[] freeRun(float[] window, int steps) {
                    float[] outputs = new float[steps];
                    for (int k = 0; k < steps; k++) {
                        outputs[k] = window[window.length - 1] + k + 1;
                    }
                    return outputs;
                }

                @Override
                public float[] decode(float[] window, int steps) {
                    float[] outputs = new float[steps];
                    for (int k = 0; k < steps; k++) {
                        outputs[k] = window[0] + k;
                    }
                    return outputs;
                }
            };

    private final Evaluator sequence = evaluator(Head.SEQUENCE, 2);

    @Test
    void running_freely_goes_on_from_the_window_past_the_end_of_a_formula() {
        Evaluation evaluation = sequence.evaluate(SQUARES, new FreeRun(2, 4));
        Segment segment = evaluation.segments().getFirst();
        assertThat(segment.x()).containsExactly(4, 5, 6, 7);
        assertThat(segment.truth()).containsExactly(16, 25, 36, 49);
        assertThat(segment.predicted()).containsExactly(10, 11, 12, 13);
        // Errors -6 -14 -24 -36.
        assertThat(evaluation.mse()).isEqualTo((36 + 196 + 576 + 1296) / 4.0);
        assertThat(evaluation.mae()).isEqualTo(20);
        assertThat(evaluation.rmse()).isEqualTo(Math.sqrt(526));
    }

    @Test
    void the_end_is_the_last_whole_window() {
        Segment segment = sequence.evaluate(SQUARES, new FreeRun(null, 1)).segments().getFirst();
        assertThat(segment.x()).containsExactly(6);
        assertThat(segment.predicted()).containsExactly(26);
    }

    @Test
    void beyond_a_dataset_the_truth_is_unknown_and_left_out_of_the_errors() {
        SequenceData data = column(0, 1, 4, 9);
        Evaluation evaluation = sequence.evaluate(data, new FreeRun(1, 3));
        assertThat(evaluation.segments().getFirst().x()).containsExactly(3, 4, 5);
        assertThat(evaluation.segments().getFirst().truth())
                .containsExactly(9, Double.NaN, Double.NaN);
        assertThat(evaluation.mse()).isEqualTo(16);
        Evaluation unknown = sequence.evaluate(data, new FreeRun(null, 2));
        assertThat(unknown.mse()).isNaN();
        assertThat(unknown.baselines()).allSatisfy(b -> assertThat(b.mae()).isNaN());
    }

    @Test
    void teacher_forcing_sets_each_window_s_last_output_against_the_sample_after_it() {
        Evaluation evaluation = sequence.evaluate(SQUARES, new TeacherForced());
        Segment segment = evaluation.segments().getFirst();
        assertThat(segment.x()).containsExactly(2, 3, 4, 5);
        assertThat(segment.truth()).containsExactly(4, 9, 16, 25);
        assertThat(segment.predicted()).containsExactly(2, 5, 10, 17);
        assertThat(evaluation.mse()).isEqualTo((4 + 16 + 36 + 64) / 4.0);
        Baseline last = baseline(evaluation, Baseline.Kind.LAST_VALUE);
        assertThat(last.predicted().getFirst()).containsExactly(1, 4, 9, 16);
        assertThat(last.mae()).isEqualTo((3 + 5 + 7 + 9) / 4.0);
    }

    @Test
    void decoding_has_one_segment_a_start_and_errors_over_all() {
        SequenceData data = formula(Task.TRANSLATE, "x", "2*x", 6, 2);
        Evaluation evaluation =
                evaluator(Head.ENCODER_DECODER, 2).evaluate(data, new Decode(List.of(0, 4)));
        assertThat(evaluation.segments()).hasSize(2);
        assertThat(evaluation.segments().get(1).x()).containsExactly(4, 5);
        assertThat(evaluation.segments().get(1).truth()).containsExactly(8, 10);
        assertThat(evaluation.segments().get(1).predicted()).containsExactly(4, 5);
        // Errors 0, -1, -4, -5.
        assertThat(evaluation.mse()).isEqualTo(42 / 4.0);
        Baseline last = baseline(evaluation, Baseline.Kind.LAST_VALUE);
        assertThat(last.predicted().get(0)).containsExactly(0, 0);
        assertThat(last.predicted().get(1)).containsExactly(6, 6);
    }

    @Test
    void a_translation_is_teacher_forced_window_by_window() {
        SequenceData data = formula(Task.TRANSLATE, "x", "2*x", 5, 2);
        Evaluation evaluation =
                evaluator(Head.ENCODER_DECODER, 2).evaluate(data, new TeacherForced());
        assertThat(evaluation.segments()).hasSize(3);
        // The decoder reads 0 and the true value before: 0 2 for the targets 2 4.
        assertThat(evaluation.segments().get(1).truth()).containsExactly(2, 4);
        assertThat(evaluation.segments().get(1).predicted()).containsExactly(1, 3);
        assertThat(evaluation.mse()).isEqualTo((1 + 1 + 1 + 1 + 9 + 1) / 6.0);
    }

    @Test
    void so_many_windows_that_not_all_are_shown_all_count_in_the_errors() {
        int points = 3_000;
        SequenceData data = formula(Task.TRANSLATE, "x", "0*x", points, 100);
        Evaluation evaluation =
                evaluator(Head.ENCODER_DECODER, 100).evaluate(data, new TeacherForced());
        assertThat(evaluation.segments()).hasSizeBetween(900, 1_000);
        assertThat(evaluation.mse()).isEqualTo(1);
        assertThat(baseline(evaluation, Baseline.Kind.ZERO).predicted())
                .hasSameSizeAs(evaluation.segments());
    }

    @Test
    void a_seasonal_baseline_repeats_the_last_period_known() {
        SequenceData data = formula(Task.NEXT_STEP, "sin(pi/2*x)", null, 20, 5);
        Evaluation evaluation = evaluator(Head.SEQUENCE, 5).evaluate(data, new FreeRun(0, 7));
        Baseline seasonal = baseline(evaluation, Baseline.Kind.SEASONAL);
        double[] expected = {1, 0, -1, 0, 1, 0, -1};
        for (int k = 0; k < expected.length; k++) {
            assertThat(seasonal.predicted().getFirst()[k]).isCloseTo(expected[k], within(1e-12));
        }
        assertThat(seasonal.mse()).isCloseTo(0, within(1e-20));
        assertThat(baseline(evaluation, Baseline.Kind.ZERO).mse()).isCloseTo(4 / 7.0, within(1e-9));
    }

    @Test
    void without_a_whole_period_before_there_is_no_seasonal_baseline() {
        SequenceData data = formula(Task.NEXT_STEP, "sin(pi/2*x)", null, 20, 2);
        Evaluation evaluation = sequence.evaluate(data, new FreeRun(0, 7));
        assertThat(evaluation.baselines())
                .extracting(Baseline::kind)
                .containsExactly(Baseline.Kind.ZERO, Baseline.Kind.LAST_VALUE);
    }

    @Test
    void a_mode_or_data_that_does_not_suit_the_network_is_refused() {
        assertThatThrownBy(() -> sequence.evaluate(SQUARES, new Decode(List.of(0))))
                .hasMessageStartingWith("mode is not allowed here");
        SequenceData data = formula(Task.TRANSLATE, "x", "x", 6, 2);
        assertThatThrownBy(() -> sequence.evaluate(data, new TeacherForced()))
                .hasMessageStartingWith("sequence.task is not allowed here");
        assertThatThrownBy(
                        () -> evaluator(Head.ENCODER_DECODER, 2).evaluate(data, new FreeRun(0, 1)))
                .hasMessageStartingWith("mode is not allowed here");
        assertThatThrownBy(() -> evaluator(Head.SEQUENCE, 3).evaluate(SQUARES, new FreeRun(0, 1)))
                .hasMessageStartingWith("sequence.window is not allowed here");
    }

    @Test
    void windows_outside_the_data_and_endless_answers_are_refused() {
        assertThatThrownBy(() -> sequence.evaluate(SQUARES, new FreeRun(5, 1)))
                .hasMessage("start must be at most 4");
        SequenceData data = formula(Task.TRANSLATE, "x", "x", 6, 2);
        assertThatThrownBy(() ->
                        evaluator(Head.ENCODER_DECODER, 2)
                                .evaluate(data, new Decode(List.of(4, 5, 9))))
                .hasMessage("starts[1] must be at most 4; starts[2] must be at most 4");
        Network large = new Network(Cell.LSTM, List.of(3_000), 1, 0, 1, Head.SEQUENCE, 2);
        assertThatThrownBy(() ->
                        new Evaluator(large, PLUS_ONE).evaluate(SQUARES, new FreeRun(0, 10_000)))
                .hasMessageStartingWith("steps would need");
        assertThatThrownBy(() -> new FreeRun(-1, 0))
                .hasMessage("start must be at least 0; steps must be at least 1");
        assertThatThrownBy(() -> new FreeRun(0, 10_001)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Decode(List.of())).hasMessage("starts is required");
        assertThatThrownBy(() -> new Decode(List.of(3, -1)))
                .hasMessage("starts[1] must be at least 0");
    }

    private static Baseline baseline(Evaluation evaluation, Baseline.Kind kind) {
        return evaluation.baselines().stream()
                .filter(baseline -> baseline.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Evaluator evaluator(Head head, int window) {
        int decoderInputs = head == Head.ENCODER_DECODER ? 1 : 0;
        return new Evaluator(
                new Network(Cell.SIMPLE_RNN, List.of(1), 1, decoderInputs, 1, head, window),
                PLUS_ONE);
    }

    private static SequenceData formula(
            Task task, String input, @Nullable String target, int points, int window) {
        return SequenceData.of(
                new SequenceDefinition(
                        task,
                        new Formula(input),
                        target == null ? null : new Formula(target),
                        new Domain("0", String.valueOf(points), points, false),
                        window),
                ColumnSource.NONE);
    }

    private static SequenceData column(double... values) {
        return SequenceData.of(
                new SequenceDefinition(Task.NEXT_STEP, new Column("d", "c"), null, null, 2),
                (dataset, column) -> values);
    }
}
