package dev.wavetrain.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SeldomTest {

    @Test
    void one_passes_and_the_next_only_after_a_while() {
        Seldom seldom = new Seldom(Duration.ofNanos(10));
        assertThat(seldom.at(5)).isTrue();
        assertThat(seldom.at(14)).isFalse();
        assertThat(seldom.at(15)).isTrue();
        assertThat(seldom.at(16)).isFalse();
    }
}
