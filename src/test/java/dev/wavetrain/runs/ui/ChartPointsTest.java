package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.runs.MetricSeries;
import org.junit.jupiter.api.Test;

class ChartPointsTest {

    @Test
    void a_bucket_of_one_epoch_is_one_point() {
        ChartPoints points =
                ChartPoints.of(
                        new MetricSeries.Line(
                                new int[] {1, 2},
                                new double[] {5, 4},
                                new double[] {5, 4},
                                new double[] {5, 4}),
                        0);
        assertThat(points.x()).containsExactly(1, 2);
        assertThat(points.y()).containsExactly(5, 4);
    }

    @Test
    void no_spike_of_a_bucket_is_lost_and_x_ascends() {
        ChartPoints points =
                ChartPoints.of(
                        new MetricSeries.Line(
                                new int[] {3, 6},
                                new double[] {2, 1},
                                new double[] {2, 0.5},
                                new double[] {9, 1}),
                        0);
        assertThat(points.y()).containsExactly(9, 2, 0.5, 1);
        assertThat(points.x()).isSorted().doesNotHaveDuplicates();
    }
}
