package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

    @Test
    void what_fits_stays_as_it_is() {
        assertThat(Shortened.of("wave", 4)).isEqualTo("wave");
        assertThat(Shortened.beginning("wave", 4)).isEqualTo("wave");
    }

    @Test
    void what_is_longer_says_so_within_its_room() {
        assertThat(Shortened.of("waves", 4)).isEqualTo("wav…");
        assertThat(Shortened.beginning("waves", 4)).isEqualTo("wave");
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(Shortened.of("ab\uD83C\uDF0Acd", 4)).isEqualTo("ab…");
        assertThat(Shortened.beginning("ab\uD83C\uDF0Acd", 3)).isEqualTo("ab");
    }
}
