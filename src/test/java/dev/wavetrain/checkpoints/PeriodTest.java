package dev.wavetrain.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeriodTest {

    @Test
    void values_that_recur_have_the_least_lag_as_period() {
        assertThat(Period.of(new double[] {1, 2, 5, 1, 2, 5, 1})).hasValue(3);
        assertThat(Period.of(series(4_000, k -> Math.sin(2 * Math.PI * k / 80)))).hasValue(80);
        double w = 2 * Math.PI / 80;
        assertThat(
                        Period.of(
                                series(
                                        16_000,
                                        k -> 3 * Math.sin(5 * w * k) - 5 * Math.cos(3 * w * k))))
                .hasValue(80);
    }

    @Test
    void a_period_between_two_points_is_rounded() {
        assertThat(Period.of(series(200, k -> Math.sin(2 * Math.PI * k / 20.4)))).hasValue(20);
    }

    @Test
    void a_wave_that_fades_or_is_noisy_keeps_its_period() {
        double step = 5 * Math.PI / 199;
        double[] damped = series(200, k -> Math.exp(-k * step / 5) * Math.cos(k * step));
        assertThat(Period.of(damped).orElseThrow()).isBetween(78, 81);
        Random noise = new Random(1);
        assertThat(Period.of(series(500, k -> Math.sin(k / 5) + 0.05 * noise.nextGaussian())))
                .isPresent();
    }

    @Test
    void what_never_repeats_has_none() {
        assertThat(Period.of(series(100, k -> k * k))).isEmpty();
        assertThat(Period.of(series(100, k -> 3))).isEmpty();
        assertThat(Period.of(series(99, k -> Math.sin(2 * Math.PI * k / 80)))).isEmpty();
        Random random = new Random(1);
        assertThat(Period.of(series(1_000, k -> random.nextGaussian()))).isEmpty();
        assertThat(Period.of(new double[] {1, 2})).isEmpty();
        assertThat(Period.of(new double[0])).isEmpty();
    }

    private static double[] series(int points, DoubleUnaryOperator function) {
        return IntStream.range(0, points).mapToDouble(k -> function.applyAsDouble(k)).toArray();
    }
}
