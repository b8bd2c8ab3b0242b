package dev.wavetrain.webhooks;

/** There is something to send. Told within the transaction that writes it. */
record DeliveryDue() {}
