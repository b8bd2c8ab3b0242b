package dev.wavetrain.webhooks;

import java.net.URI;
import java.time.Duration;

/** Settings as tests need them. */
public final class TestSettings {

    private TestSettings() {}

    /** As the defaults are, but for time and what is allowed. */
    public static WebhookSettings of(Duration timeout, boolean inside) {
        return new WebhookSettings(
                timeout,
                3,
                Duration.ofSeconds(10),
                Duration.ofHours(1),
                2,
                inside,
                inside,
                5,
                URI.create("https://wavetrain.example/"),
                Duration.ofSeconds(1));
    }
}
