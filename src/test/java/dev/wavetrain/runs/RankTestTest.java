package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankTestTest {

    /**
     * By hand: of the 252 ways to deal 10 ranks to 5 and 5, one gives U = 0 and one U = 25, so p =
     * 2 / 252.
     */
    @Test
    void samples_that_do_not_overlap_are_as_extreme_as_can_be() {
        double[] low = {1, 2, 3, 4, 5};
        double[] high = {6, 7, 8, 9, 10};

        RankTest test = RankTest.of(low, high);

        assertThat(test.u()).isZero();
        assertThat(test.p()).isEqualTo(2 / 252.0, within(1e-12));
        assertThat(test.exact()).isTrue();
        assertThat(RankTest.leastP(5, 5)).isEqualTo(2 / 252.0, within(1e-12));
        assertThat(RankTest.of(high, low)).isEqualTo(test);
    }

    /**
     * By hand, 3 against 4: 1 3 4 and 2 5 6 7 have one pair the wrong way round for each of 3 and
     * 4, so U = 2. Of the 35 deals 1, 1 and 2 have U = 0, 1 and 2: p = 2 * 4 / 35.
     */
    @Test
    void a_worked_example_comes_out() {
        RankTest test = RankTest.of(new double[] {1, 3, 4}, new double[] {2, 5, 6, 7});

        assertThat(test.u()).isEqualTo(2);
        assertThat(test.p()).isEqualTo(8 / 35.0, within(1e-12));
    }

    /** By hand: 1 4 5 8 and 2 3 6 7 have U = 8 of 16, the middle: every deal is as extreme. */
    @Test
    void a_statistic_in_the_middle_is_no_sign_of_anything() {
        RankTest test = RankTest.of(new double[] {1, 4, 5, 8}, new double[] {2, 3, 6, 7});

        assertThat(test.u()).isEqualTo(8);
        assertThat(test.p()).isEqualTo(1);
    }

    /**
     * By hand, tied: 1 2 2 3 against 2 3 4 4 has U = 2 * 0.5 + 1.5 = 2.5 of a mean of 8. Three
     * twos, two threes and two fours: variance 16/12 * (9 - (24 + 6 + 6) / 56) = 11.142857. With
     * half a step for continuity z = -(5.5 - 0.5) / 3.338092 = -1.497862, of which the tails hold
     * 0.134169.
     */
    @Test
    void ties_are_approximated_with_their_correction() {
        RankTest test = RankTest.of(new double[] {1, 2, 2, 3}, new double[] {2, 3, 4, 4});

        assertThat(test.exact()).isFalse();
        assertThat(test.u()).isEqualTo(2.5);
        assertThat(test.p()).isEqualTo(0.134169, within(1e-6));
    }

    @Test
    void equal_samples_and_infinite_values_have_an_answer() {
        double[] same = {2, 2, 2};
        double worst = Double.POSITIVE_INFINITY;
        assertThat(RankTest.of(same, same).p()).isEqualTo(1);
        assertThat(RankTest.of(new double[] {1, 2, 3, 4}, new double[] {5, 6, 7, worst}).p())
                .isEqualTo(2 / 70.0, within(1e-12));
    }

    @Test
    void a_hundred_seeds_a_side_are_approximated() {
        double[] low = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        double[] high = IntStream.range(0, 100).mapToDouble(i -> i + 0.5).toArray();
        double[] far = IntStream.range(0, 100).mapToDouble(i -> i + 60.5).toArray();

        assertThat(RankTest.of(low, high).exact()).isFalse();
        assertThat(RankTest.of(low, high).p()).isGreaterThan(0.5);
        assertThat(RankTest.of(low, far).p()).isLessThan(1e-6);
    }
}
