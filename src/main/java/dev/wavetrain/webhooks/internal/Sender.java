package dev.wavetrain.webhooks.internal;

import java.util.Map;

/** Posts a delivery. */
@FunctionalInterface
public interface Sender {

    /** Never throws for what the other side does. */
    Answer post(String address, Map<String, String> headers, byte[] body);
}
