package dev.wavetrain.training;

/** Takes steps along a gradient, with Keras 2's formulas. Not thread-safe. */
abstract class Optimizer {

    /** Vectors as long as the parameters, which a run must keep to go on. */
    private final float[][] vectors;

    private long updates;

    private Optimizer(int vectors, int parameters) {
        this.vectors = new float[vectors][parameters];
    }

    static Optimizer of(OptimizerDefinition definition, int parameters) {
        return switch (definition) {
            case OptimizerDefinition.Sgd sgd when sgd.momentum() == 0 -> new Plain(sgd);
            case OptimizerDefinition.Sgd sgd -> new Momentum(sgd, parameters);
            case OptimizerDefinition.Adam adam -> new Adam(adam, parameters);
            case OptimizerDefinition.RmsProp rmsProp -> new RmsProp(rmsProp, parameters);
        };
    }

    /** One step. Modifies the parameters and this optimiser's vectors. */
    final void step(float[] parameters, float[] gradient) {
        updates++;
        apply(parameters, gradient);
    }

    abstract void apply(float[] w, float[] g);

    final long updates() {
        return updates;
    }

    final float[] vector(int index) {
        return vectors[index];
    }

    final int stateLength() {
        return vectors.length == 0 ? 0 : vectors.length * vectors[0].length;
    }

    /** Copies all vectors, one after the other. Modifies target. */
    final void copyState(float[] target) {
        for (int k = 0; k < vectors.length; k++) {
            System.arraycopy(vectors[k], 0, target, k * vectors[k].length, vectors[k].length);
        }
    }

    final void restore(long updatesDone, float[] state) {
        if (state.length != stateLength()) {
            throw new IllegalArgumentException(
                    "%d values of optimiser state where %d belong"
                            .formatted(state.length, stateLength()));
        }
        updates = updatesDone;
        for (int k = 0; k < vectors.length; k++) {
            System.arraycopy(state, k * vectors[k].length, vectors[k], 0, vectors[k].length);
        }
    }

    /** w -= rate g. */
    private static final class Plain extends Optimizer {
        private final float rate;

        Plain(OptimizerDefinition.Sgd sgd) {
            super(0, 0);
            rate = (float) sgd.learningRate();
        }

        @Override
        void apply(float[] w, float[] g) {
            for (int i = 0; i < w.length; i++) {
                w[i] -= rate * g[i];
            }
        }
    }

    /** v = momentum v - rate g; w += v. */
    private static final class Momentum extends Optimizer {
        private final float rate;
        private final float momentum;

        Momentum(OptimizerDefinition.Sgd sgd, int parameters) {
            super(1, parameters);
            rate = (float) sgd.learningRate();
            momentum = (float) sgd.momentum();
        }

        @Override
        void apply(float[] w, float[] g) {
            float[] v = vector(0);
            for (int i = 0; i < w.length; i++) {
                v[i] = momentum * v[i] - rate * g[i];
                w[i] += v[i];
            }
        }
    }

    /**
     * m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= rate sqrt(1 - b2^t) / (1 - b1^t) m /
     * (sqrt(v) + eps).
     */
    private static final class Adam extends Optimizer {
        private final OptimizerDefinition.Adam definition;

        Adam(OptimizerDefinition.Adam adam, int parameters) {
            super(2, parameters);
            definition = adam;
        }

        @Override
        void apply(float[] w, float[] g) {
            double correction =
                    Math.sqrt(1 - Math.pow(definition.beta2(), updates()))
                            / (1 - Math.pow(definition.beta1(), updates()));
            float rate = (float) (definition.learningRate() * correction);
            float b1 = (float) definition.beta1();
            float b2 = (float) definition.beta2();
            float n1 = (float) (1 - definition.beta1());
            float n2 = (float) (1 - definition.beta2());
            float epsilon = (float) definition.epsilon();
            float[] m = vector(0);
            float[] v = vector(1);
            for (int i = 0; i < w.length; i++) {
                float mean = b1 * m[i] + n1 * g[i];
                float square = b2 * v[i] + n2 * (g[i] * g[i]);
                m[i] = mean;
                v[i] = square;
                w[i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
            }
        }
    }

    /** s = rho s + (1 - rho) g^2; w -= rate g / (sqrt(s) + eps). */
    private static final class RmsProp extends Optimizer {
        private final float rate;
        private final float rho;
        private final float rest;
        private final float epsilon;

        RmsProp(OptimizerDefinition.RmsProp rmsProp, int parameters) {
            super(1, parameters);
            rate = (float) rmsProp.learningRate();
            rho = (float) rmsProp.rho();
            rest = (float) (1 - rmsProp.rho());
            epsilon = (float) rmsProp.epsilon();
        }

        @Override
        void apply(float[] w, float[] g) {
            float[] s = vector(0);
            for (int i = 0; i < w.length; i++) {
                s[i] = rho * s[i] + rest * (g[i] * g[i]);
                w[i] -= rate * g[i] / ((float) Math.sqrt(s[i]) + epsilon);
            }
        }
    }
}
