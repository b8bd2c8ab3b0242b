package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunClockTest {

    @Test
    void a_week_of_batches_leaves_some_hundred_rows_hardly_a_fiftieth_apart() {
        int batches = 7 * 24 * 3_600 * 10;
        int rows = 0;
        double last = 0;
        double widest = 0;
        for (int batch = 1; batch <= batches; batch++) {
            double now = batch / 10.0;
            widest = Math.max(widest, now - 1.02 * last);
            if (RunClock.ticks((batch - 1) / 10.0, now)) {
                rows++;
                last = now;
            }
        }
        assertThat(rows).isBetween(500, 700);
        assertThat(widest).isLessThan(0.11);
    }

    @Test
    void the_first_time_is_kept_and_no_time_is_not() {
        assertThat(RunClock.ticks(0, 1e-9)).isTrue();
        assertThat(RunClock.ticks(0, 0)).isFalse();
        assertThat(RunClock.ticks(100, 100.1)).isFalse();
        assertThat(RunClock.ticks(100, 102.1)).isTrue();
    }
}
