package dev.wavetrain.training;

/** Losses of Keras 2, each a mean over all N elements, or rows for the cross-entropy. */
final class LossFunction {

    /** Keras's fuzz factor, which keeps a logarithm finite. */
    private static final double EPSILON = 1e-7;

    private final Loss loss;
    private final int outputs;

    LossFunction(Loss loss, int outputs) {
        this.loss = loss;
        this.outputs = outputs;
    }

    /**
     * The loss of y against target, both N elements, and its gradient by y.
     *
     * @param gradient overwritten
     */
    double evaluate(float[] y, float[] target, int count, float[] gradient) {
        return switch (loss) {
            case MSE -> squared(y, target, count, gradient);
            case MAE -> absolute(y, target, count, gradient);
            case HUBER -> huber(y, target, count, gradient);
            case CATEGORICAL_CROSSENTROPY -> crossEntropy(y, target, count, gradient);
        };
    }

    /** (y - t)^2, 2 (y - t) / N. */
    private static double squared(float[] y, float[] target, int count, float[] gradient) {
        double sum = 0;
        float scale = 2f / count;
        for (int i = 0; i < count; i++) {
            float error = y[i] - target[i];
            gradient[i] = error * scale;
            sum += (double) error * error;
        }
        return sum / count;
    }

    /** |y - t|, sign(y - t) / N. */
    private static double absolute(float[] y, float[] target, int count, float[] gradient) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float error = y[i] - target[i];
            gradient[i] = Math.signum(error) / count;
            sum += Math.abs(error);
        }
        return sum / count;
    }

    /** e^2 / 2 where |e| is at most 1, |e| - 1/2 beyond (Huber 1964). */
    private static double huber(float[] y, float[] target, int count, float[] gradient) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float error = y[i] - target[i];
            double size = Math.abs(error);
            sum += size <= 1 ? size * size / 2 : size - 0.5;
            gradient[i] = Math.clamp(error, -1f, 1f) / count;
        }
        return sum / count;
    }

    /**
     * - sum of t log p with p = y / (sum of y), clipped to [eps, 1 - eps] where its gradient is 0;
     * the mean over rows. With one output p is 1 whatever y is: the gradient is 0 and nothing is
     * learned.
     */
    private double crossEntropy(float[] y, float[] target, int count, float[] gradient) {
        int rows = count / outputs;
        double sum = 0;
        for (int row = 0; row < count; row += outputs) {
            double total = 0;
            for (int i = row; i < row + outputs; i++) {
                total += y[i];
            }
            double shared = 0;
            for (int i = row; i < row + outputs; i++) {
                double p = y[i] / total;
                sum -= target[i] * Math.log(Math.clamp(p, EPSILON, 1 - EPSILON));
                shared += byShare(p, target[i]) * p;
            }
            for (int i = row; i < row + outputs; i++) {
                double own = byShare(y[i] / total, target[i]);
                gradient[i] = (float) ((own - shared) / total / rows);
            }
        }
        return sum / rows;
    }

    /** The derivative of -t log p by p, 0 where p is clipped. */
    private static double byShare(double p, double target) {
        return p > EPSILON && p < 1 - EPSILON ? -target / p : 0;
    }
}
