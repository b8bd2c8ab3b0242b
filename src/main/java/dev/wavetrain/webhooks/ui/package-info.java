/** A project's webhook, for its admins. */
@NullMarked
package dev.wavetrain.webhooks.ui;

import org.jspecify.annotations.NullMarked;
