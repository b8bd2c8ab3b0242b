package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastLinesTest {

    private static ForecastLines lines(double[]... x) {
        List<Segment> segments =
                List.of(x).stream().map(at -> new Segment(at, at.clone(), at.clone())).toList();
        return ForecastLines.of(new Evaluation(segments, 0, 0, 0, List.of()));
    }

    @Test
    void segments_stand_from_left_to_right_with_a_gap_between_them() {
        ForecastLines.Points drawn =
                lines(new double[] {4, 5}, new double[] {0, 1}).lines().get("predicted");
        assertThat(drawn.x()).containsExactly(0, 1, 2.5, 4, 5);
        assertThat(drawn.y()).containsExactly(0, 1, Double.NaN, 4, 5);
    }

    @Test
    void a_segment_that_overlaps_is_counted_not_drawn() {
        ForecastLines drawn = lines(new double[] {0, 1, 2}, new double[] {1, 2, 3});
        assertThat(drawn.leftOut()).isEqualTo(1);
        assertThat(drawn.lines().get("truth").x()).containsExactly(0, 1, 2);
    }

    @Test
    void a_falling_axis_is_drawn_rising() {
        assertThat(lines(new double[] {2, 1, 0}).lines().get("truth").y()).containsExactly(0, 1, 2);
    }
}
