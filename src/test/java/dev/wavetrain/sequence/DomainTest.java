package dev.wavetrain.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DomainTest {

    // As numpy prints them.
    private static final double[] LINSPACE_FIFTHS = {0.0, 0.2, 0.4, 0.6000000000000001, 0.8};

    private static final double[] LINSPACE_5PI = {
        0.07893448878366315,
        0.1578689775673263,
        7.893448878366314,
        15.629028779165303,
        15.707963267948966
    };

    private static final double[] LINSPACE_3PI = {
        -9.42477796076938,
        -9.234378406006362,
        0.09519977738150942,
        9.23437840600636,
        9.42477796076938
    };

    @Test
    void points_are_those_of_numpy_linspace() {
        assertThat(new Domain("0", "1", 5, true).grid()).containsExactly(0, 0.25, 0.5, 0.75, 1);
        assertThat(new Domain("0", "1", 5, false).grid()).containsExactly(LINSPACE_FIFTHS);
        assertThat(new Domain("2", "-1", 4, true).grid()).containsExactly(2, 1, 0, -1);
        double[] x = new Domain("0", "5*pi", 200, true).grid();
        assertThat(new double[] {x[1], x[2], x[100], x[198], x[199]}).containsExactly(LINSPACE_5PI);
        double[] y = new Domain("-3*pi", "3*pi", 100, true).grid();
        assertThat(new double[] {y[0], y[1], y[50], y[98], y[99]}).containsExactly(LINSPACE_3PI);
    }

    @Test
    void the_spacing_stays_beyond_the_end() {
        Domain domain = new Domain("0", "1", 5, true);
        assertThat(domain.step()).isEqualTo(0.25);
        assertThat(domain.at(4)).isEqualTo(1);
        assertThat(domain.at(9)).isEqualTo(2.25);
        Domain open = new Domain("0", "100*pi", 4000, false);
        assertThat(open.at(80)).isEqualTo(80 * (100 * Math.PI / 4000));
        assertThat(open.grid()[3999]).isEqualTo(open.at(3999));
        assertThat(domain.at(1_000_000_000_000L)).isEqualTo(2.5e11);
    }

    @Test
    void the_last_of_two_points_is_the_end_whatever_rounding_says() {
        for (int points = 2; points < 400; points++) {
            double[] x = new Domain("0.1", "0.7*pi", points, true).grid();
            assertThat(x).hasSize(points).isSorted();
            assertThat(x[points - 1]).isEqualTo(0.7 * Math.PI);
        }
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> new Domain("1/0", "2*x", 1, true))
                .hasMessage(
                        "from must be a finite number; to is not allowed here: x has no value in"
                                + " it; points must be at least 2");
        assertThatThrownBy(() -> new Domain("", "(", 200_001, true))
                .hasMessage(
                        "from is required; to has a syntax error at character 2: a number, x or a"
                                + " function is missing at the end; points must be at most 200000");
        assertThatThrownBy(() -> new Domain("pi", "pi*1", 10, true))
                .hasMessage("to is not allowed here: it is the same as from");
        assertThatThrownBy(() -> new Domain("-1.7e308", "1.7e308", 10, true))
                .hasMessage("to must be a finite number");
    }
}
