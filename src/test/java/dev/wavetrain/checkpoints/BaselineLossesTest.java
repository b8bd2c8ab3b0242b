package dev.wavetrain.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class BaselineLossesTest {

    @Test
    void on_the_damped_wave_they_are_what_the_reference_training_found() {
        SequenceData data =
                data(
                        Task.NEXT_STEP,
                        "exp(-x/5)*cos(x)",
                        null,
                        new Domain("0", "5*pi", 200, true),
                        20);
        BaselineLosses losses = BaselineLosses.of(data, split(data, 0.1), Loss.MSE);
        assertThat(losses.lastValueTrain()).isCloseTo(5.336001340797345e-4, within(1e-15));
        assertThat(losses.lastValueValidation()).isCloseTo(1.6042468871336383e-5, within(1e-15));
        assertThat(losses.zeroTrain()).isCloseTo(0.06363278670624033, within(1e-15));
        assertThat(losses.zeroValidation()).isCloseTo(9.337062882491425e-4, within(1e-15));
    }

    @Test
    void each_task_s_targets_and_each_loss_worked_by_hand() {
        // 0 1 4 9, windows of 2: targets 1 4 | 4 9.
        Domain domain = new Domain("0", "4", 4, false);
        SequenceData next = data(Task.NEXT_STEP, "x^2", null, domain, 2);
        assertThat(BaselineLosses.of(next, split(next, 0), Loss.MSE).zeroTrain())
                .isEqualTo((1 + 16 + 16 + 81) / 4.0);
        assertThat(BaselineLosses.of(next, split(next, 0), Loss.MAE).lastValueTrain())
                .isEqualTo((1 + 3 + 3 + 5) / 4.0);
        assertThat(BaselineLosses.of(next, split(next, 0), Loss.HUBER).lastValueTrain())
                .isEqualTo((0.5 + 2.5 + 2.5 + 4.5) / 4);
        SequenceData value = data(Task.NEXT_VALUE, "x^2", null, domain, 2);
        assertThat(BaselineLosses.of(value, split(value, 0.5), Loss.MAE))
                .isEqualTo(new BaselineLosses(4, 9, 3, 5));
        SequenceData pair = data(Task.TRANSLATE, "x", "x^2", domain, 2);
        assertThat(BaselineLosses.of(pair, split(pair, 0), Loss.MAE).lastValueTrain())
                .isEqualTo((0 + 1 + 1 + 3) / 4.0);
    }

    @Test
    void what_is_not_there_is_no_number() {
        SequenceData data = data(Task.NEXT_STEP, "x^2", null, new Domain("0", "4", 4, false), 2);
        assertThat(BaselineLosses.of(data, split(data, 0), Loss.MSE).zeroValidation()).isNaN();
        assertThat(
                        BaselineLosses.of(data, split(data, 0), Loss.CATEGORICAL_CROSSENTROPY)
                                .zeroTrain())
                .isNaN();
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
