/**
 * The arithmetic of recurrent nets on plain {@code float[]}: forward, and backward through time.
 *
 * <p>Letters, the same everywhere: B batch, T time, F features, H units, G gates, O outputs. Arrays
 * are row-major and time-major: (T, B, H) means {@code array[(t * B + b) * H + h]}.
 */
@NullMarked
package dev.wavetrain.model.kernel;

import org.jspecify.annotations.NullMarked;
