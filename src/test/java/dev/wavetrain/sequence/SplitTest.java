package dev.wavetrain.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {

    @Test
    void the_last_fraction_validates() {
        Split split = Split.of(10, 0.3, false, new Random(1));
        assertThat(split.train()).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(split.validation()).containsExactly(7, 8, 9);
        assertThat(Split.of(3, 0, false, new Random(1)).validation()).isEmpty();
    }

    @Test
    void counts_are_those_of_the_built_in_experiments() {
        assertThat(Split.trainCount(180, 0.1)).isEqualTo(162);
        assertThat(Split.trainCount(76, 0.2)).isEqualTo(60);
        assertThat(Split.trainCount(3920, 0.3)).isEqualTo(2744);
    }

    @Test
    void a_permutation_before_the_cut_mixes_and_loses_nothing() {
        Split split = Split.of(1_000, 0.25, true, new Random(1));
        assertThat(split.train()).hasSize(750);
        assertThat(split.validation()).hasSize(250);
        assertThat(IntStream.concat(IntStream.of(split.train()), IntStream.of(split.validation())))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1_000).boxed().toList());
        assertThat(split.validation()).isNotEqualTo(IntStream.range(750, 1_000).toArray());
        assertThat(Split.of(1_000, 0.25, true, new Random(1)).train()).isEqualTo(split.train());
    }

    @Test
    void a_part_that_would_be_empty_is_refused() {
        assertThatThrownBy(() -> Split.of(4, 0.9, false, new Random(1)))
                .hasMessage("training.validationSplit leaves no sample to train on");
        assertThatThrownBy(() -> Split.of(4, 1e-20, false, new Random(1)))
                .hasMessage("training.validationSplit leaves no sample to validate on");
    }
}
