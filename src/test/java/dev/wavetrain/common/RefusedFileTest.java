package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefusedFileTest {

    private static final class Refused extends RefusedFile {
        Refused(String words, Object... arguments) {
            super(null, words, arguments);
        }
    }

    @Test
    void a_detail_that_looks_like_the_place_of_another_is_not_taken_for_it() {
        Refused refused = new Refused("Column {0} in line {1}.", "{1}", 7);
        assertThat(refused).hasMessage("Column ?1? in line 7.");
        assertThat(refused.arguments()).containsExactly("?1?", "7");
    }

    @Test
    void a_detail_is_neither_long_nor_able_to_turn_the_words_around() {
        Refused refused = new Refused("{0}", "a\u202eb\n" + "x".repeat(100));
        assertThat(refused.arguments().getFirst()).hasSize(60).startsWith("a?b?x").endsWith("…");
    }
}
