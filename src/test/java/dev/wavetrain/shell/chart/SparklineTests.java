package dev.wavetrain.shell.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTests {

    @Test
    void a_falling_curve_runs_from_the_top_left_to_the_bottom_right() {
        assertThat(Sparkline.pathOf(new double[] {2, 1})).isEqualTo("M2.0 2.0L94.0 22.0");
    }

    @Test
    void a_flat_curve_lies_in_the_middle() {
        assertThat(Sparkline.pathOf(new double[] {3, 3})).isEqualTo("M2.0 12.0L94.0 12.0");
    }

    @Test
    void what_is_not_finite_is_a_gap() {
        assertThat(Sparkline.pathOf(new double[] {1, Double.NaN, 0}))
                .isEqualTo("M2.0 2.0M94.0 22.0");
    }

    @Test
    void nothing_draws_nothing() {
        assertThat(Sparkline.pathOf(new double[0])).isEmpty();
    }
}
