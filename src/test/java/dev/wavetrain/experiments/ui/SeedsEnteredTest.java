package dev.wavetrain.experiments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsEnteredTest {

    @Test
    void two_to_a_hundred_seeds_from_any_whole_number_on_can_be_asked_for() {
        assertThat(SeedsEntered.of("2", "-7")).isEqualTo(new SeedsEntered(2, -7L));
        assertThat(SeedsEntered.of(" 100 ", "123456789012"))
                .isEqualTo(new SeedsEntered(100, 123456789012L));
        assertThat(SeedsEntered.of("５", "１")).isEqualTo(new SeedsEntered(5, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "101", "10000", "2.5", "many", "99999999999999999999"})
    void other_numbers_of_seeds_cannot(String count) {
        assertThat(SeedsEntered.of(count, "1").count()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "one", "9223372036854775807", "99999999999999999999"})
    void other_first_seeds_cannot(String first) {
        assertThat(SeedsEntered.of("5", first).first()).isNull();
    }
}
