package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    @Test
    void text_may_have_lines_and_tabs_and_be_empty() {
        assertThatCode(() ->
                        new Rules().text("notes", "a\r\n\tb", 10).text("notes", "", 10).check())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0", "\u001b[0m", "\u0085"})
    void neither_a_line_nor_text_has_control_characters(String value) {
        assertThatThrownBy(() -> new Rules().line("name", value, 10).check())
                .hasMessage("name is not allowed here: control characters");
        assertThatThrownBy(() -> new Rules().text("notes", value, 10).check())
                .hasMessage("notes is not allowed here: control characters");
    }

    @ParameterizedTest
    @CsvSource({"'', is required", "' ', is required", "12345, must have at most 4 characters"})
    void a_line_is_there_and_not_too_long(String value, String message) {
        assertThatThrownBy(() -> new Rules().line("name", value, 4).check())
                .hasMessage("name " + message);
    }

    @Test
    void a_line_has_no_line_end() {
        assertThatThrownBy(() -> new Rules().line("name", "a\nb", 4).check())
                .isInstanceOf(InvalidValue.class);
    }
}
