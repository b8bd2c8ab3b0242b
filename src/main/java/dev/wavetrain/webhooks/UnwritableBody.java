package dev.wavetrain.webhooks;

import dev.wavetrain.webhooks.internal.Due;

/** What is to be sent cannot be written, however often it is tried. */
final class UnwritableBody extends RuntimeException {

    UnwritableBody(Due due, RuntimeException why) {
        super(due + " cannot be written as JSON", why);
    }
}
