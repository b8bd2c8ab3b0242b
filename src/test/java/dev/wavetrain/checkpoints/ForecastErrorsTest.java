package dev.wavetrain.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.checkpoints.EvaluationRequest.Decode;
import dev.wavetrain.checkpoints.EvaluationRequest.FreeRun;
import dev.wavetrain.checkpoints.EvaluationRequest.TeacherForced;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForecastErrorsTest {

    private static final EvaluationRequest FREE = new FreeRun(0, 160);

    @Test
    void copying_the_last_value_is_one_step_late_and_swings_as_much() {
        ForecastErrors errors = free(160, k -> wave(k), k -> wave(k - 1));

        assertThat(errors.phaseLag().steps()).isCloseTo(1, within(0.01));
        assertThat(errors.phaseLag().x()).isCloseTo(0.1, within(1e-3));
        assertThat(errors.phaseLag().correlation()).isCloseTo(1, within(1e-12));
        assertThat(errors.amplitudeRatio()).isCloseTo(1, within(0.01));
    }

    @Test
    void a_lag_between_two_steps_is_found_by_the_parabola() {
        ForecastErrors late = free(160, k -> wave(k), k -> 0.5 * wave(k - 3.4));
        ForecastErrors early = free(160, k -> wave(k), k -> 2 * wave(k + 3.4));

        assertThat(late.phaseLag().steps()).isCloseTo(3.4, within(0.02));
        assertThat(early.phaseLag().steps()).isCloseTo(-3.4, within(0.02));
        assertThat(early.phaseLag().x()).isCloseTo(-0.34, within(0.002));
    }

    @Test
    void a_faded_forecast_has_its_share_of_the_amplitude() {
        assertThat(free(160, k -> wave(k) + 5, k -> 0.25 * wave(k)).amplitudeRatio())
                .isCloseTo(0.25, within(1e-12));
        // Deviations about the means: 1 of -1 1, 3 of 4 10.
        assertThat(free(2, k -> 2 * k - 1, k -> 4 + 6 * k).amplitudeRatio()).isEqualTo(3);
    }

    @Test
    void a_perfect_forecast_is_neither_late_nor_small() {
        ForecastErrors errors = free(160, k -> wave(k), k -> wave(k));

        assertThat(errors.phaseLag().steps()).isCloseTo(0, within(1e-9));
        assertThat(errors.amplitudeRatio()).isEqualTo(1);
        assertThat(errors.byHorizon()).allMatch(error -> error.rmse() == 0);
    }

    @Test
    void a_constant_truth_or_forecast_has_no_phase() {
        ForecastErrors constant = free(160, k -> 0.3, k -> wave(k));
        assertThat(constant.phaseLag()).isNull();
        assertThat(constant.amplitudeRatio()).isNull();
        ForecastErrors dead = free(160, k -> wave(k), k -> 0.1);
        assertThat(dead.phaseLag()).isNull();
        assertThat(dead.amplitudeRatio()).isZero();
    }

    @Test
    void a_forecast_like_nothing_in_the_truth_has_no_phase() {
        assertThat(free(160, k -> wave(k), k -> (k * 7919 % 13) - 6).phaseLag()).isNull();
        assertThat(free(160, k -> wave(k), k -> Double.NaN).phaseLag()).isNull();
        assertThat(free(160, k -> wave(k), k -> Double.NaN).amplitudeRatio()).isNull();
    }

    @Test
    void half_a_period_late_is_as_well_half_a_period_early() {
        assertThat(free(160, k -> wave(k), k -> -wave(k)).phaseLag()).isNull();
    }

    @Test
    void unknown_truth_is_left_out_and_one_point_says_nothing() {
        ForecastErrors errors =
                free(160, k -> k < 120 ? wave(k) : Double.NaN, k -> k < 120 ? wave(k - 2) : 1e6);
        assertThat(errors.phaseLag().steps()).isCloseTo(2, within(0.01));
        assertThat(errors.amplitudeRatio()).isCloseTo(1, within(0.02));
        assertThat(errors.byHorizon().getLast().rmse()).isNull();
        ForecastErrors unknown = free(9, k -> Double.NaN, k -> k);
        assertThat(unknown.phaseLag()).isNull();
        assertThat(unknown.amplitudeRatio()).isNull();
        assertThat(free(1, k -> 1, k -> 2).phaseLag()).isNull();
    }

    @Test
    void steps_at_the_same_distance_count_together_over_all_windows() {
        Evaluation two =
                evaluation(
                        segment(2, k -> 0, k -> 3 + k), // errors 3 4
                        segment(2, k -> 0, k -> k == 0 ? 4 : 0)); // errors 4 0
        assertThat(ForecastErrors.of(two, new Decode(List.of(0, 2))).byHorizon())
                .containsExactly(
                        new HorizonError(1, 1, Math.sqrt(12.5)),
                        new HorizonError(2, 2, Math.sqrt(8)));
    }

    @Test
    void a_long_forecast_counts_several_steps_together_and_none_twice() {
        List<HorizonError> errors = free(180, k -> 0, k -> k).byHorizon();

        assertThat(errors).hasSizeLessThanOrEqualTo(HorizonError.MOST_BUCKETS);
        assertThat(errors.getFirst()).isEqualTo(new HorizonError(1, 4, Math.sqrt(14 / 4.0)));
        assertThat(errors.getLast().to()).isEqualTo(180);
        assertThat(IntStream.range(1, errors.size()))
                .allMatch(i -> errors.get(i).from() == errors.get(i - 1).to() + 1);
    }

    @Test
    void a_baseline_s_errors_stand_beside_the_net_s() {
        Baseline zero =
                new Baseline(Baseline.Kind.ZERO, List.of(new double[] {0, 0}), 2.5, 1.5, 1.6);
        Segment segment = segment(2, k -> 1 + k, k -> 1);
        Evaluation evaluation = new Evaluation(List.of(segment), 0, 0, 0, List.of(zero));
        assertThat(ForecastErrors.byHorizon(evaluation, FREE, zero))
                .containsExactly(new HorizonError(1, 1, 1.0), new HorizonError(2, 2, 2.0));
    }

    @Test
    void a_net_told_the_truth_before_each_step_has_no_horizon() {
        Evaluation forced = evaluation(segment(160, k -> wave(k), k -> wave(k)));
        assertThat(ForecastErrors.of(forced, new TeacherForced()).byHorizon()).isEmpty();
    }

    /** A wave of 40 steps. */
    private static double wave(double k) {
        return Math.sin(2 * Math.PI * k / 40);
    }

    private static ForecastErrors free(
            int steps, IntToDoubleFunction truth, IntToDoubleFunction predicted) {
        return ForecastErrors.of(evaluation(segment(steps, truth, predicted)), FREE);
    }

    private static Evaluation evaluation(Segment... segments) {
        return new Evaluation(List.of(segments), 0, 0, 0, List.of());
    }

    private static Segment segment(
            int steps, IntToDoubleFunction truth, IntToDoubleFunction predicted) {
        return new Segment(
                IntStream.range(0, steps).mapToDouble(k -> 0.1 * k).toArray(),
                IntStream.range(0, steps).mapToDouble(truth).toArray(),
                IntStream.range(0, steps).mapToDouble(predicted).toArray());
    }
}
