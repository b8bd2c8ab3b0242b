package dev.wavetrain.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {

    @Test
    void a_short_series_stays_as_it_is() {
        Series series = new Series(new double[] {0, 1}, new double[] {5, 6});
        assertThat(Thinning.minMax(series, 2)).isSameAs(series);
    }

    @Test
    void each_stretch_keeps_its_extremes_in_their_order() {
        Series series =
                new Series(new double[] {0, 1, 2, 3, 4, 5}, new double[] {3, 9, 1, 4, 4, 4});
        Series thinned = Thinning.minMax(series, 4);
        assertThat(thinned.x()).containsExactly(1, 2, 3);
        assertThat(thinned.values()).containsExactly(9, 1, 4);
    }

    @Test
    void no_spike_is_lost() {
        Random random = new Random(3);
        for (int trial = 0; trial < 100; trial++) {
            int length = 2 + random.nextInt(5_000);
            double[] values = random.doubles(length).toArray();
            double[] x = IntStream.range(0, length).asDoubleStream().toArray();
            Series thinned = Thinning.minMax(new Series(x, values), 100);
            assertThat(thinned.length()).isLessThanOrEqualTo(Math.min(length, 100));
            assertThat(thinned.x()).isSorted();
            assertThat(Arrays.stream(thinned.values()).max())
                    .isEqualTo(Arrays.stream(values).max());
            assertThat(Arrays.stream(thinned.values()).min())
                    .isEqualTo(Arrays.stream(values).min());
        }
    }
}
