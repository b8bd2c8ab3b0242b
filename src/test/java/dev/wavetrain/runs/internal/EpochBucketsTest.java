package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.runs.MetricSeries;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EpochBucketsTest {

    @Test
    void a_short_series_is_left_as_it_is() {
        EpochBuckets thinning = new EpochBuckets(0, 3, 1_000);
        thinning.add(1, 0.3);
        thinning.add(2, 0.2);
        thinning.add(3, 0.1);

        MetricSeries.Line line = thinning.line();

        assertThat(line.step()).containsExactly(1, 2, 3);
        assertThat(line.value()).containsExactly(0.3, 0.2, 0.1);
        assertThat(line.min()).isEqualTo(line.value());
        assertThat(line.max()).isEqualTo(line.value());
    }

    @Test
    void no_spike_is_lost_in_a_long_series() {
        EpochBuckets thinning = new EpochBuckets(0, 100_000, 1_000);
        for (int epoch = 1; epoch <= 100_000; epoch++) {
            double value = epoch == 54_321 ? 99 : epoch == 12_345 ? -99 : 1;
            thinning.add(epoch, value);
        }

        MetricSeries.Line line = thinning.line();

        assertThat(line.length()).isEqualTo(1_000);
        assertThat(Arrays.stream(line.max()).max()).hasValue(99);
        assertThat(Arrays.stream(line.min()).min()).hasValue(-99);
        assertThat(line.step()[999]).isEqualTo(100_000);
        assertThat(line.step()[543]).isEqualTo(54_400);
        assertThat(line.value()[543]).isEqualTo(1);
    }

    @Test
    void there_are_never_more_buckets_than_asked_for() {
        for (int epochs : new int[] {1, 7, 10, 11, 99, 101}) {
            EpochBuckets thinning = new EpochBuckets(50, epochs, 10);
            for (int epoch = 51; epoch <= 50 + epochs; epoch++) {
                thinning.add(epoch, epoch);
            }
            assertThat(thinning.line().length()).isBetween(1, 10);
            assertThat(thinning.line().max()[thinning.line().length() - 1]).isEqualTo(50 + epochs);
        }
    }

    @Test
    void what_is_not_a_number_does_not_hide_the_others() {
        EpochBuckets thinning = new EpochBuckets(0, 4, 1);
        thinning.add(1, Double.NaN);
        thinning.add(2, 5);
        thinning.add(3, -5);
        thinning.add(4, Double.NaN);

        MetricSeries.Line line = thinning.line();

        assertThat(line.min()).containsExactly(-5);
        assertThat(line.max()).containsExactly(5);
        assertThat(line.value()).containsExactly(Double.NaN);
    }
}
