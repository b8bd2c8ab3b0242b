package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MentionsTest {

    private static final List<String> NAMES = List.of("ada", "Ada Byron", "太郎", "a.b", "(x");

    @ParameterizedTest
    @ValueSource(strings = {"@ada", "see @ADA.", "(@ada)", "@ada, look", "@ada: look", "見て@adaさん"})
    void a_name_after_an_at_is_a_mention(String text) {
        assertThat(Mentions.in(text, NAMES)).containsExactly("ada");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@adam",
                "@ada-x",
                "@ada_x",
                "@ada.lovelace",
                "me@ada",
                "@@ada",
                "@ ada"
            })
    void other_words_are_none(String text) {
        assertThat(Mentions.in(text, NAMES)).isEmpty();
    }

    @Test
    void the_longest_name_counts() {
        assertThat(Mentions.in("@ada byron and @a.b", NAMES))
                .containsExactlyInAnyOrder("Ada Byron", "a.b");
    }

    @Test
    void names_are_no_patterns_and_need_no_spaces_where_there_are_none() {
        assertThat(Mentions.in("@(x @太郎さん", NAMES)).containsExactlyInAnyOrder("(x", "太郎");
    }
}
