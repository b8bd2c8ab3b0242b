package dev.wavetrain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

    @Test
    void each_wait_is_longer_until_the_longest() {
        WebhookSettings settings = TestSettings.of(Duration.ofSeconds(1), false);
        assertThat(settings.wait(1)).hasSeconds(10);
        assertThat(settings.wait(2)).hasSeconds(40);
        assertThat(settings.wait(3)).hasSeconds(160);
        assertThat(settings.wait(5)).hasSeconds(2560);
        assertThat(settings.wait(6)).hasHours(1);
        assertThat(settings.wait(1_000)).hasHours(1);
    }

    @Test
    void a_page_has_the_address_under_which_people_reach_the_server() {
        assertThat(TestSettings.of(Duration.ofSeconds(1), false).page("/runs/1"))
                .isEqualTo("https://wavetrain.example/runs/1");
    }

    @Test
    void a_time_that_cannot_be_is_refused() {
        assertThatThrownBy(() -> TestSettings.of(Duration.ofHours(1), false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wavetrain.webhooks.timeout");
    }
}
