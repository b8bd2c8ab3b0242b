package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final BaselineLosses BASELINES =
            new BaselineLosses(
                    null,
                    List.of(
                            new BaselineLoss(Baseline.Kind.ZERO, 1, 1.0),
                            new BaselineLoss(Baseline.Kind.LAST_VALUE, 0.2, 0.1)));

    private static RunProgress progress(Double valLoss, Double best) {
        return progress(0.15, valLoss, best);
    }

    private static RunProgress progress(Double loss, Double valLoss, Double best) {
        return new RunProgress(3, 10, loss, valLoss, best, 3, null, null, null);
    }

    @Test
    void the_best_val_loss_is_held_against_copying_over_the_validation_samples() {
        Verdict verdict = Verdict.of(progress(0.3, 0.05), BASELINES);
        assertThat(verdict).isEqualTo(new Verdict("val_loss", 0.05, 0.1, false));
        assertThat(verdict.worse()).isFalse();
        assertThat(verdict.factor()).isEqualTo(2);
    }

    @Test
    void without_validation_the_training_loss_is_held_against_copying() {
        Verdict verdict = Verdict.of(progress(null, 0.4), BASELINES);
        assertThat(verdict).isEqualTo(new Verdict("loss", 0.4, 0.2, false));
        assertThat(verdict.worse()).isTrue();
    }

    @Test
    void a_training_loss_no_better_than_copying_tells_where_val_loss_flatters() {
        Verdict verdict = Verdict.of(progress(0.3, 0.05, 0.05), BASELINES);
        assertThat(verdict).isEqualTo(new Verdict("loss", 0.3, 0.2, true));
        assertThat(verdict.worse()).isTrue();
        assertThat(Verdict.of(progress(0.3, 0.4, 0.4), BASELINES))
                .isEqualTo(new Verdict("val_loss", 0.4, 0.1, false));
    }

    @Test
    void being_as_good_as_copying_is_not_better() {
        assertThat(Verdict.of(progress(0.1, 0.1), BASELINES).worse()).isTrue();
    }

    @Test
    void nothing_is_said_before_there_is_a_loss_or_where_the_loss_cannot_tell() {
        assertThat(Verdict.of(progress(null, null, null), BASELINES)).isNull();
        assertThat(Verdict.of(progress(null, 0.4), new BaselineLosses(null, List.of()))).isNull();
        assertThat(Verdict.of(progress(null, 0.4), null)).isNull();
    }
}
