package dev.wavetrain.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTests {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private final TextBundles bundles = new TextBundles();
    private final Texts english = new Texts(bundles, Locale.ENGLISH, ZoneOffset.UTC);
    private final Texts japanese = new Texts(bundles, Locale.JAPANESE, ZoneId.of("Asia/Tokyo"));

    @ParameterizedTest
    @CsvSource({
        "0.25, 250 ms",
        "3.456, 3.4 s",
        "12.9, 12 s",
        "60, 1 min",
        "125, 2 min 5 s",
        "7260, 2 h 1 min",
        "90000, 1 d 1 h"
    })
    void durations_are_said_in_their_two_largest_units(double seconds, String said) {
        Duration duration = Duration.ofMillis(Math.round(seconds * 1000));
        assertThat(english.duration(duration)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "2, a few seconds left",
        "31, about 30 s left",
        "58, about 1 min left",
        "170, about 3 min left",
        "3500, about 1 h left",
        "100000, about 1 d left"
    })
    void time_left_is_said_roughly(long seconds, String said) {
        assertThat(english.remaining(Duration.ofSeconds(seconds))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "0, just now",
        "42, 42 s ago",
        "300, 5 min ago",
        "7300, 2 h ago",
        "200000, 2 d ago"
    })
    void past_times_are_relative(long seconds, String said) {
        assertThat(english.ago(NOW.minusSeconds(seconds), NOW)).isEqualTo(said);
    }

    @Test
    void a_clock_that_runs_behind_does_not_speak_of_the_future() {
        assertThat(english.ago(NOW.plusSeconds(30), NOW)).isEqualTo("just now");
    }

    @Test
    void japanese_is_spoken_too() {
        assertThat(japanese.ago(NOW.minusSeconds(300), NOW)).isEqualTo("5 分前");
        assertThat(japanese.remaining(Duration.ofSeconds(170))).isEqualTo("残り約 3 分");
    }

    @Test
    void exact_times_are_in_the_time_zone_of_the_reader() {
        assertThat(japanese.exactly(NOW)).contains("21:00:00");
    }
}
