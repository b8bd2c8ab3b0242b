package dev.wavetrain.experiments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

class EnteredNumberTest {

    @ParameterizedTest
    @CsvSource({"40,40", " 40 ,40", "1e3,1000", "40.0,40", "４０,40", "-3,-3"})
    void whole_numbers_are_whole_however_they_are_written(String entered, long value) {
        assertThat(EnteredNumber.parse(entered).isIntegralNumber()).isTrue();
        assertThat(EnteredNumber.parse(entered).longValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0.01,0.01", "1e-7,1e-7", ".5,0.5", "０．５,0.5"})
    void fractions_are_numbers(String entered, double value) {
        assertThat(EnteredNumber.parse(entered).doubleValue()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ten", "1,5", "NaN", "1e999999999", "--1"})
    void anything_else_stays_a_text_so_that_it_is_refused_as_one(String entered) {
        assertThat(EnteredNumber.parse(entered).isString()).isTrue();
    }

    @Test
    void numbers_are_written_as_short_as_they_can_be() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        assertThat(EnteredNumber.text(nodes.numberNode(40))).isEqualTo("40");
        assertThat(EnteredNumber.text(nodes.numberNode(1e-7))).isEqualTo("1e-7");
        assertThat(EnteredNumber.text(nodes.numberNode(0.0))).isEqualTo("0");
        assertThat(EnteredNumber.text(nodes.numberNode(0.001))).isEqualTo("0.001");
    }
}
