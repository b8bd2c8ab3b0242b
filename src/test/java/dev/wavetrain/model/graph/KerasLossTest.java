package dev.wavetrain.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.model.SavedLoss;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class KerasLossTest {

    private static final ActivationIdentity LINEAR = new ActivationIdentity();

    @Test
    void huber_is_quadratic_up_to_an_error_of_one_and_linear_beyond() {
        KerasLoss huber = new KerasLoss(SavedLoss.HUBER, 1);
        INDArray labels = row(0, 0);
        INDArray output = row(0.5f, -3);

        // (0.5^2 / 2 + (3 - 1/2)) / 2
        assertThat(huber.computeScore(labels, output, LINEAR, null, false))
                .isCloseTo(1.3125, within(1e-6));
        assertThat(gradient(huber, labels, output)).containsExactly(0.25f, -0.5f);
    }

    @Test
    void cross_entropy_divides_outputs_by_their_sum() {
        KerasLoss entropy = new KerasLoss(SavedLoss.CATEGORICAL_CROSSENTROPY, 1);
        INDArray labels = row(0, 1);
        INDArray output = row(1, 3);

        // p = (1/4, 3/4), so -log(3/4); by the outputs: 1/4 for both, less 1/3 for the true one
        assertThat(entropy.computeScore(labels, output, LINEAR, null, false))
                .isCloseTo(0.2876821, within(1e-6));
        assertThat(gradient(entropy, labels, output))
                .containsExactly(new float[] {0.25f, -1 / 12f}, within(1e-6f));
    }

    @Test
    void cross_entropy_over_one_output_teaches_nothing() {
        KerasLoss entropy = new KerasLoss(SavedLoss.CATEGORICAL_CROSSENTROPY, 1);

        assertThat(gradient(entropy, column(0.7f, -0.2f), column(0.3f, 2))).containsOnly(0);
    }

    @Test
    void the_share_scales_loss_and_gradient() {
        KerasLoss half = new KerasLoss(SavedLoss.HUBER, 0.5);

        assertThat(half.computeScore(row(0), row(1), LINEAR, null, false)).isEqualTo(0.25);
        assertThat(gradient(half, row(0), row(1))).containsExactly(0.5f);
    }

    private static float[] gradient(KerasLoss loss, INDArray labels, INDArray output) {
        return loss.computeGradient(labels, output, LINEAR, null).ravel().toFloatVector();
    }

    private static INDArray row(float... values) {
        return Nd4j.createFromArray(values).reshape(1, values.length);
    }

    private static INDArray column(float... values) {
        return Nd4j.createFromArray(values).reshape(values.length, 1);
    }
}
