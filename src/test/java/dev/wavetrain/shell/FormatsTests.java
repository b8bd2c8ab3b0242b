package dev.wavetrain.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "1, 1.000, 1",
        "0.5, 0.5000, 0.5",
        "0.0123456, 0.01235, 0.01235",
        "-0.0123456, −0.01235, −0.01235",
        "123.456, 123.5, 123.5",
        "12345.6, 12350, 12350",
        "100000, 100000, 100000",
        "0.001, 0.001000, 0.001",
        "0.00099999, 1.00e−3, 1e−3",
        "0.0000063, 6.30e−6, 6.3e−6",
        "0.00031415, 3.14e−4, 3.14e−4",
        "1234567, 1.23e6, 1.23e6",
        "NaN, NaN, NaN",
        "Infinity, ∞, ∞",
        "-Infinity, −∞, −∞"
    })
    void numbers_have_three_to_four_digits(double value, String measured, String brief) {
        assertThat(Formats.number(value)).isEqualTo(measured);
        assertThat(Formats.brief(value)).isEqualTo(brief);
    }

    @Test
    void counts_are_grouped() {
        assertThat(Formats.count(1_234_567, Locale.ENGLISH)).isEqualTo("1,234,567");
    }

    @ParameterizedTest
    @CsvSource({"0.5, 50%", "0.004, 0.4%", "1, 100%", "0, 0%"})
    void shares_are_per_cent(double share, String said) {
        assertThat(Formats.percent(share, Locale.ENGLISH)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1 kB",
        "31264, 31.3 kB",
        "999999, 1 MB",
        "4300000, 4.3 MB"
    })
    void sizes_have_three_digits(long bytes, String said) {
        assertThat(Formats.bytes(bytes)).isEqualTo(said);
    }
}
