/** Webhooks in the database and on the wire. */
@NullMarked
package dev.wavetrain.webhooks.internal;

import org.jspecify.annotations.NullMarked;
