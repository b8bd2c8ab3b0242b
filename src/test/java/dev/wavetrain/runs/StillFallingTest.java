package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StillFallingTest {

    @Test
    void a_curve_that_decays_to_the_end_still_falls() {
        Double share = of(500, epoch -> Math.exp(-epoch / 100.0));
        // 49 steps of a hundredth each, as a line sees them.
        assertThat(share).isBetween(0.35, 0.45);
    }

    @Test
    void a_curve_that_decays_under_noise_still_falls() {
        Random random = new Random(1);
        assertThat(of(500, epoch -> Math.exp(-epoch / 100.0) * (1 + 0.05 * random.nextGaussian())))
                .isNotNull();
    }

    @Test
    void a_curve_that_has_settled_does_not() {
        assertThat(of(500, epoch -> 1e-3 + Math.exp(-epoch / 20.0))).isNull();
    }

    @Test
    void a_fall_of_a_hundredth_is_not_worth_going_on() {
        assertThat(of(500, epoch -> 1 - 0.0001 * epoch)).isNull();
    }

    @Test
    void noise_alone_hardly_ever_looks_like_falling() {
        long wrong =
                IntStream.range(0, 1_000)
                        .mapToObj(Random::new)
                        .filter(random -> of(500, _ -> 1 + 0.2 * random.nextGaussian()) != null)
                        .count();
        assertThat(wrong).isLessThan(5);
    }

    @Test
    void a_curve_that_rises_again_does_not() {
        assertThat(of(500, epoch -> 1 + Math.pow((epoch - 300) / 300.0, 2))).isNull();
    }

    @Test
    void a_best_epoch_far_back_says_no_whatever_the_end_does() {
        double[] end = IntStream.range(0, 50).mapToDouble(i -> 10 - 0.1 * i).toArray();
        assertThat(StillFalling.share(500, 100, end)).isNull();
        assertThat(StillFalling.share(500, 475, end)).isNull();
        assertThat(StillFalling.share(500, 476, end)).isNotNull();
    }

    @Test
    void a_short_run_is_looked_at_over_ten_epochs_and_a_very_short_one_not_at_all() {
        assertThat(of(20, epoch -> 1.0 / epoch)).isNotNull();
        assertThat(of(19, epoch -> 1.0 / epoch)).isNull();
    }

    @Test
    void what_is_not_finite_or_not_there_says_nothing() {
        assertThat(of(100, epoch -> epoch == 95 ? Double.NaN : 1.0 / epoch)).isNull();
        assertThat(StillFalling.share(0, null, new double[0])).isNull();
        assertThat(of(100, _ -> 0)).isNull();
    }

    /** Of a loss by epoch, with the best epoch it has. */
    private static @Nullable Double of(int epochs, IntToDoubleFunction loss) {
        double[] curve = IntStream.rangeClosed(1, epochs).mapToDouble(loss).toArray();
        int best = 0;
        for (int i = 1; i < epochs; i++) {
            best = curve[i] < curve[best] ? i : best;
        }
        int tail = Math.min(epochs, StillFalling.tail(epochs));
        return StillFalling.share(
                epochs, best + 1, Arrays.copyOfRange(curve, epochs - tail, epochs));
    }
}
