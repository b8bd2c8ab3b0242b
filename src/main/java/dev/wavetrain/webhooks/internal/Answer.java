package dev.wavetrain.webhooks.internal;

import dev.wavetrain.webhooks.Delivery.Trouble;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt went.
 *
 * @param status null where there was no answer
 * @param trouble null where it got through
 * @param retryAfter how long the other side wants to be left alone; null where it did not say
 */
public record Answer(
        @Nullable Integer status, @Nullable Trouble trouble, @Nullable Duration retryAfter) {

    public static Answer failed(Trouble trouble) {
        return new Answer(null, trouble, null);
    }

    static Answer of(int status, @Nullable Duration retryAfter) {
        return new Answer(status, trouble(status), retryAfter);
    }

    private static @Nullable Trouble trouble(int status) {
        if (status >= 200 && status < 300) {
            return null;
        }
        if (status == 410) {
            return Trouble.GONE;
        }
        return status >= 300 && status < 400 ? Trouble.REDIRECTED : Trouble.STATUS;
    }
}
