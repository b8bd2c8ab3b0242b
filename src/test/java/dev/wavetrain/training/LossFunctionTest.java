package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LossFunctionTest {

    private final float[] gradient = new float[4];

    @Test
    void losses_worked_by_hand() {
        float[] y = {1, 2, -1, 0};
        float[] target = {0.5f, 4, -1, 0};

        assertThat(evaluate(Loss.MSE, 1, y, target)).isEqualTo((0.25 + 4) / 4);
        assertThat(gradient).containsExactly(0.25f, -1, 0, 0);
        assertThat(evaluate(Loss.MAE, 1, y, target)).isEqualTo((0.5 + 2) / 4);
        assertThat(gradient).containsExactly(0.25f, -0.25f, 0, 0);
        assertThat(evaluate(Loss.HUBER, 1, y, target)).isEqualTo((0.125 + 1.5) / 4);
        assertThat(gradient).containsExactly(0.125f, -0.25f, 0, 0);
    }

    @Test
    void cross_entropy_normalises_over_the_outputs() {
        double value =
                evaluate(
                        Loss.CATEGORICAL_CROSSENTROPY,
                        2,
                        new float[] {1, 3, 2, 2},
                        new float[] {1, 0, 0.5f, 0.5f});

        assertThat(value).isCloseTo((Math.log(4) + Math.log(2)) / 2, within(1e-12));
    }

    @Test
    void cross_entropy_over_one_output_has_no_gradient() {
        evaluate(
                Loss.CATEGORICAL_CROSSENTROPY,
                1,
                new float[] {0.3f, -2, 5, 1},
                new float[] {1, -1, 0.5f, 2});

        assertThat(gradient).containsExactly(new float[4], Offset.offset(0f));
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void gradients_are_those_of_finite_differences(Loss loss) {
        float[] y = {0.7f, 0.4f, 1.9f, 0.2f};
        float[] target = {0.2f, 0.8f, 0.1f, 0.6f};
        evaluate(loss, 2, y, target);
        float[] exact = gradient.clone();
        for (int i = 0; i < y.length; i++) {
            float[] above = y.clone();
            float[] below = y.clone();
            above[i] += 0.001f;
            below[i] -= 0.001f;
            double expected =
                    (evaluate(loss, 2, above, target) - evaluate(loss, 2, below, target))
                            / ((double) above[i] - below[i]);
            assertThat((double) exact[i]).isCloseTo(expected, within(5e-5));
        }
    }

    private double evaluate(Loss loss, int outputs, float[] y, float[] target) {
        return new LossFunction(loss, outputs).evaluate(y, target, y.length, gradient);
    }
}
