package dev.wavetrain.model.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class ActivationsTest {

    @Test
    void the_error_stays_below_what_is_stated() {
        double tanhError = 0;
        double sigmoidError = 0;
        // Every 997th float: about four million, both signs, all magnitudes up to 20.
        for (int bits = 0; bits < Float.floatToIntBits(20f); bits += 997) {
            float x = Float.intBitsToFloat(bits);
            tanhError = Math.max(tanhError, Math.abs(Activations.tanh(x) - Math.tanh(x)));
            tanhError = Math.max(tanhError, Math.abs(Activations.tanh(-x) + Math.tanh(x)));
            sigmoidError =
                    Math.max(
                            sigmoidError,
                            Math.abs(Activations.sigmoid(x) - 1 / (1 + Math.exp(-x))));
            sigmoidError =
                    Math.max(
                            sigmoidError,
                            Math.abs(Activations.sigmoid(-x) - 1 / (1 + Math.exp(x))));
        }
        assertThat(tanhError).isLessThanOrEqualTo(Activations.TANH_ERROR);
        assertThat(sigmoidError).isLessThanOrEqualTo(Activations.SIGMOID_ERROR);
    }

    @Test
    void small_values_keep_their_relative_precision() {
        for (float x = 1e-30f; x < 0.1f; x *= 1.7f) {
            assertThat(Activations.tanh(x) / Math.tanh(x)).isBetween(1 - 1e-6, 1 + 1e-6);
        }
    }

    @Test
    void ends_are_one_and_nothing_is_hidden() {
        assertThat(Activations.tanh(Float.POSITIVE_INFINITY)).isCloseTo(1f, offset(4e-7f));
        assertThat(Activations.tanh(-50f)).isCloseTo(-1f, offset(4e-7f));
        assertThat(Activations.sigmoid(-1000f)).isCloseTo(0f, offset(2.5e-7f));
        assertThat(Activations.tanh(0f)).isZero();
        assertThat(Activations.tanh(Float.NaN)).isNaN();
    }
}
