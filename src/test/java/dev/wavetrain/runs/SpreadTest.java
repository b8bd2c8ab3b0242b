package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.common.InvalidValue;
import org.junit.jupiter.api.Test;

class SpreadTest {

    private static final double INFINITE = Double.POSITIVE_INFINITY;

    @Test
    void quartiles_of_an_odd_number_are_values() {
        assertThat(Spread.of(new double[] {5, 1, 4, 2, 3})).isEqualTo(new Spread(5, 1, 2, 3, 4, 5));
    }

    /** By hand: (4-1)/4 = 0.75 beyond 1, 1.5 and 2.25: 1.75, 2.5, 3.25, as numpy.quantile says. */
    @Test
    void quartiles_of_an_even_number_lie_between_values() {
        assertThat(Spread.of(new double[] {4, 3, 2, 1}))
                .isEqualTo(new Spread(4, 1, 1.75, 2.5, 3.25, 4));
    }

    @Test
    void one_value_is_all_of_its_spread() {
        assertThat(Spread.of(new double[] {7})).isEqualTo(new Spread(1, 7, 7, 7, 7, 7));
    }

    @Test
    void an_infinite_value_is_the_greatest_and_leaves_the_others_as_they_are() {
        assertThat(Spread.of(new double[] {INFINITE, 1, 2, 3, 4}))
                .isEqualTo(new Spread(5, 1, 2, 3, 4, INFINITE));
        assertThat(Spread.of(new double[] {INFINITE, INFINITE, 1, INFINITE}))
                .isEqualTo(new Spread(4, 1, INFINITE, INFINITE, INFINITE, INFINITE));
    }

    @Test
    void what_is_given_stays_in_its_order_and_nothing_has_no_spread() {
        double[] values = {3, 1, 2};
        Spread.of(values);
        assertThat(values).containsExactly(3, 1, 2);
        assertThatThrownBy(() -> Spread.of(new double[0])).isInstanceOf(InvalidValue.class);
    }
}
