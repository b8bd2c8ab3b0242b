package dev.wavetrain.training;

import dev.wavetrain.common.Rules;

/** How a gradient becomes a step. Defaults are Keras 2's. */
public sealed interface OptimizerDefinition {

    double learningRate();

    /** v = momentum v - learningRate g; w += v. */
    record Sgd(double learningRate, double momentum) implements OptimizerDefinition {
        public static final double LEARNING_RATE = 0.01;

        public Sgd {
            rate(learningRate).inside("momentum", momentum, 0, 1).check();
        }
    }

    /** Kingma and Ba 2015, with the bias corrections folded into the step as Keras does. */
    record Adam(double learningRate, double beta1, double beta2, double epsilon)
            implements OptimizerDefinition {
        public static final double LEARNING_RATE = 0.001;
        public static final double BETA_1 = 0.9;
        public static final double BETA_2 = 0.999;

        public Adam {
            rate(learningRate)
                    .inside("beta1", beta1, 0, 1)
                    .inside("beta2", beta2, 0, 1)
                    .above("epsilon", epsilon, 0)
                    .check();
        }
    }

    /** s = rho s + (1 - rho) g^2; w -= learningRate g / (sqrt(s) + epsilon). */
    record RmsProp(double learningRate, double rho, double epsilon) implements OptimizerDefinition {
        public static final double LEARNING_RATE = 0.001;
        public static final double RHO = 0.9;

        public RmsProp {
            rate(learningRate).inside("rho", rho, 0, 1).above("epsilon", epsilon, 0).check();
        }
    }

    double EPSILON = 1e-7;

    private static Rules rate(double learningRate) {
        return new Rules().above("learningRate", learningRate, 0);
    }
}
