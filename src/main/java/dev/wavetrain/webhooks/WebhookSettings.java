package dev.wavetrain.webhooks;

import dev.wavetrain.common.SettingRules;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are sent.
 *
 * @param timeout of one attempt, from looking the name up to the end of the answer
 * @param attempts after so many a delivery is given up
 * @param backoff from the first attempt to the second; each wait is four times the one before
 * @param longestBackoff the longest wait
 * @param offAfter a webhook is switched off when so many deliveries in a row were given up
 * @param allowPrivateAddresses whether addresses of this machine and of private networks are taken
 * @param allowHttp whether addresses without TLS are taken
 * @param keep deliveries of each webhook that are listed; older ones are forgotten
 * @param serverAddress under which people reach this server, for the addresses in what is sent;
 *     null for addresses without a server
 * @param lookEvery how often to look for what is due
 */
@ConfigurationProperties("wavetrain.webhooks")
public record WebhookSettings(
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("8") int attempts,
        @DefaultValue("10s") Duration backoff,
        @DefaultValue("6h") Duration longestBackoff,
        @DefaultValue("10") int offAfter,
        @DefaultValue("false") boolean allowPrivateAddresses,
        @DefaultValue("false") boolean allowHttp,
        @DefaultValue("100") int keep,
        @Nullable URI serverAddress,
        @DefaultValue("1s") Duration lookEvery) {

    private static final SettingRules RULES = new SettingRules("wavetrain.webhooks");

    private static final int FACTOR = 4;
    private static final Duration LONGEST = Duration.ofDays(30);

    public WebhookSettings {
        within("timeout", timeout, Duration.ofMillis(100), Duration.ofMinutes(2));
        within("backoff", backoff, Duration.ofMillis(1), LONGEST);
        within("longest-backoff", longestBackoff, backoff, LONGEST);
        within("look-every", lookEvery, Duration.ofMillis(100), Duration.ofHours(1));
        RULES.require(attempts >= 1 && attempts <= 100, "attempts must be from 1 to 100", attempts);
        RULES.require(offAfter >= 1, "off-after must be at least 1", offAfter);
        RULES.require(keep >= 1 && keep <= 10_000, "keep must be from 1 to 10000", keep);
    }

    /**
     * How long to wait.
     *
     * @param done attempts so far, from 1
     */
    public Duration wait(int done) {
        Duration wait = backoff;
        for (int i = 1; i < done && wait.compareTo(longestBackoff) < 0; i++) {
            wait = wait.multipliedBy(FACTOR);
        }
        return wait.compareTo(longestBackoff) < 0 ? wait : longestBackoff;
    }

    /** The address of a page. */
    String page(String path) {
        return serverAddress == null ? path : serverAddress.toString().replaceAll("/+$", "") + path;
    }

    private static void within(String name, Duration given, Duration least, Duration most) {
        RULES.require(
                given.compareTo(least) >= 0 && given.compareTo(most) <= 0,
                name + " must be from " + least + " to " + most,
                given);
    }
}
