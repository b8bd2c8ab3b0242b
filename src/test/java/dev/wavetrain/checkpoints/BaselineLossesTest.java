package dev.wavetrain.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.checkpoints.Baseline.Kind;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source.Formula;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.training.Loss;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineLossesTest {

    @Test
    void on_the_damped_wave_they_are_what_the_reference_training_found() {
        SequenceData data = damped();
        BaselineLosses losses = BaselineLosses.of(data, split(data, 0.1), Loss.MSE);
        BaselineLoss copying = losses.find(Kind.LAST_VALUE).orElseThrow();
        assertThat(copying.loss()).isCloseTo(5.336001340797345e-4, within(1e-15));
        assertThat(copying.valLoss()).isCloseTo(1.6042468871336383e-5, within(1e-15));
        BaselineLoss zero = losses.find(Kind.ZERO).orElseThrow();
        assertThat(zero.loss()).isCloseTo(0.06363278670624033, within(1e-15));
        assertThat(zero.valLoss()).isCloseTo(9.337062882491425e-4, within(1e-15));
    }

    @Test
    void each_task_s_targets_and_each_loss_worked_by_hand() {
        // 0 1 4 9, windows of 2: targets 1 4 | 4 9.
        Domain domain = new Domain("0", "4", 4, false);
        SequenceData next = data(Task.NEXT_STEP, "x^2", null, domain, 2);
        assertThat(loss(next, 0, Loss.MSE, Kind.ZERO)).isEqualTo((1 + 16 + 16 + 81) / 4.0);
        assertThat(loss(next, 0, Loss.MAE, Kind.LAST_VALUE)).isEqualTo((1 + 3 + 3 + 5) / 4.0);
        assertThat(loss(next, 0, Loss.HUBER, Kind.LAST_VALUE))
                .isEqualTo((0.5 + 2.5 + 2.5 + 4.5) / 4);
        SequenceData value = data(Task.NEXT_VALUE, "x^2", null, domain, 2);
        assertThat(BaselineLosses.of(value, split(value, 0.5), Loss.MAE).losses())
                .containsExactly(
                        new BaselineLoss(Kind.ZERO, 4, 9.0),
                        new BaselineLoss(Kind.LAST_VALUE, 3, 5.0));
        SequenceData pair = data(Task.TRANSLATE, "x", "x^2", domain, 2);
        assertThat(loss(pair, 0, Loss.MAE, Kind.LAST_VALUE)).isEqualTo((0 + 1 + 1 + 3) / 4.0);
    }

    @Test
    void the_season_is_copied_from_one_period_before_and_from_the_last_value_within_the_first() {
        // 0 1 0 -1 over and over, of which 8 points: period 4. Windows of 2: every target but the
        // first point; those at 1, 2 and 3 have no point one period before.
        SequenceData data =
                data(Task.NEXT_STEP, "sin(pi*x/2)", null, new Domain("0", "8", 8, false), 2);
        BaselineLosses losses = BaselineLosses.of(data, split(data, 0), Loss.MAE);
        assertThat(losses.period()).isEqualTo(4);
        double within = 1 + 2 * 1 + 2 * 1;
        assertThat(losses.find(Kind.SEASONAL).orElseThrow().loss())
                .isCloseTo(within / 12, within(1e-12));
    }

    @Test
    void a_long_exact_wave_is_predicted_perfectly_by_its_season() {
        SequenceData data =
                data(Task.NEXT_VALUE, "sin(x)", null, new Domain("0", "8*pi", 320, false), 80);
        BaselineLosses losses = BaselineLosses.of(data, split(data, 0.3), Loss.MSE);
        assertThat(losses.period()).isEqualTo(80);
        BaselineLoss seasonal = losses.find(Kind.SEASONAL).orElseThrow();
        assertThat(seasonal.loss()).isLessThan(1e-25);
        assertThat(seasonal.valLoss()).isLessThan(1e-25);
    }

    @Test
    void they_are_what_a_plain_walk_over_every_window_gives() {
        SequenceData data = damped();
        Split split = Split.of(data.sampleCount(), 0.1, true, new Random(3));
        double[] truth = data.truth().values();
        double sum = 0;
        for (int sample : split.validation()) {
            for (int i = sample + 1; i <= sample + 20; i++) {
                sum += Math.pow(truth[i] - truth[i - 1], 2);
            }
        }
        BaselineLoss copying =
                BaselineLosses.of(data, split, Loss.MSE).find(Kind.LAST_VALUE).orElseThrow();
        assertThat(copying.valLoss())
                .isCloseTo(sum / (20 * split.validation().length), within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0*x", "3+0*x", "sin(x)^2+cos(x)^2", "x", "sqrt(x)"})
    void a_series_without_a_period_has_no_season_and_only_numbers(String signal) {
        SequenceData data = data(Task.NEXT_STEP, signal, null, new Domain("0", "10", 60, true), 10);
        BaselineLosses losses = BaselineLosses.of(data, split(data, 0.2), Loss.MSE);
        assertThat(losses.period()).isNull();
        assertThat(losses.losses())
                .extracting(BaselineLoss::kind)
                .containsExactly(Kind.ZERO, Kind.LAST_VALUE);
        assertThat(losses.losses())
                .allSatisfy(one -> assertThat(one.loss() + one.valLoss()).isFinite());
    }

    @Test
    void what_is_not_there_is_no_number() {
        SequenceData data = data(Task.NEXT_STEP, "x^2", null, new Domain("0", "4", 4, false), 2);
        assertThat(BaselineLosses.of(data, split(data, 0), Loss.MSE).losses())
                .allMatch(one -> one.valLoss() == null);
        assertThat(BaselineLosses.of(data, split(data, 0), Loss.CATEGORICAL_CROSSENTROPY).losses())
                .isEmpty();
    }

    private static double loss(SequenceData data, double validation, Loss loss, Kind kind) {
        return BaselineLosses.of(data, split(data, validation), loss)
                .find(kind)
                .orElseThrow()
                .loss();
    }

    private static SequenceData damped() {
        Domain domain = new Domain("0", "5*pi", 200, true);
        return data(Task.NEXT_STEP, "exp(-x/5)*cos(x)", null, domain, 20);
    }

    private static Split split(SequenceData data, double validation) {
        return Split.of(data.sampleCount(), validation, false, new Random(1));
    }

    private static SequenceData data(
            Task task, String input, @Nullable String target, Domain domain, int window) {
        return SequenceData.of(
                new SequenceDefinition(
                        task,
                        new Formula(input),
                        target == null ? null : new Formula(target),
                        domain,
                        window),
                ColumnSource.NONE);
    }
}
