package dev.wavetrain.model;

/**
 * The optimiser as a saved model remembers it.
 *
 * @param first momentum of SGD, beta1 of Adam, rho of RMSprop
 * @param second beta2 of Adam, 0 else
 * @param epsilon 0 for SGD
 */
public record SavedOptimizer(
        Kind kind, double learningRate, double first, double second, double epsilon) {

    /** Which formula. */
    public enum Kind {
        SGD,
        ADAM,
        RMSPROP
    }

    public static SavedOptimizer sgd(double learningRate, double momentum) {
        return new SavedOptimizer(Kind.SGD, learningRate, momentum, 0, 0);
    }

    public static SavedOptimizer adam(
            double learningRate, double beta1, double beta2, double epsilon) {
        return new SavedOptimizer(Kind.ADAM, learningRate, beta1, beta2, epsilon);
    }

    public static SavedOptimizer rmsProp(double learningRate, double rho, double epsilon) {
        return new SavedOptimizer(Kind.RMSPROP, learningRate, rho, 0, epsilon);
    }

    /** How many vectors as long as the parameters it carries from step to step. */
    public int stateVectors() {
        return switch (kind) {
            case SGD -> first > 0 ? 1 : 0;
            case ADAM -> 2;
            case RMSPROP -> 1;
        };
    }
}
