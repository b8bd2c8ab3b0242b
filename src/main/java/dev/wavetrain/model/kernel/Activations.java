package dev.wavetrain.model.kernel;

/**
 * Hyperbolic tangent and logistic function as one rational formula of float additions, products and
 * one division, which the compiler turns into vector instructions ({@code Math.tanh} is a call per
 * element and would be the bottleneck of a small net).
 *
 * <p>tanh x = x P(x^2) / Q(x^2), P of degree 6 and Q of degree 3, for |x| below 7.9; beyond it tanh
 * is 1 to float precision. Coefficients are those of Eigen's {@code generic_fast_tanh_float}
 * (Eigen, MathFunctionsImpl.h). Not a number stays not a number.
 *
 * <p>Error against the exact value, over all floats: at most {@value #TANH_ERROR} for tanh, {@value
 * #SIGMOID_ERROR} for the logistic function, absolute; a test measures it.
 */
public final class Activations {

    public static final float TANH_ERROR = 4e-7f;
    public static final float SIGMOID_ERROR = 2.5e-7f;

    private static final float LARGEST = 7.90531110763549805f;

    private static final float P1 = 4.89352455891786e-03f;
    private static final float P3 = 6.37261928875436e-04f;
    private static final float P5 = 1.48572235717979e-05f;
    private static final float P7 = 5.12229709037114e-08f;
    private static final float P9 = -8.60467152213735e-11f;
    private static final float P11 = 2.00018790482477e-13f;
    private static final float P13 = -2.76076847742355e-16f;
    private static final float Q0 = 4.89352518554385e-03f;
    private static final float Q2 = 2.26843463243900e-03f;
    private static final float Q4 = 1.18534705686654e-04f;
    private static final float Q6 = 1.19825839466702e-06f;

    private Activations() {}

    /** tanh x. */
    public static float tanh(float x) {
        float a = Math.min(LARGEST, Math.max(-LARGEST, x));
        float s = a * a;
        float p = Math.fma(s, P13, P11);
        p = Math.fma(s, p, P9);
        p = Math.fma(s, p, P7);
        p = Math.fma(s, p, P5);
        p = Math.fma(s, p, P3);
        p = Math.fma(s, p, P1);
        float q = Math.fma(s, Q6, Q4);
        q = Math.fma(s, q, Q2);
        q = Math.fma(s, q, Q0);
        return a * p / q;
    }

    /** 1 / (1 + exp(-x)) = (1 + tanh(x / 2)) / 2. */
    public static float sigmoid(float x) {
        return 0.5f + 0.5f * tanh(0.5f * x);
    }

    /** tanh of {@code count} elements from {@code at}. Modifies x. */
    static void tanh(float[] x, int at, int count) {
        for (int i = at; i < at + count; i++) {
            x[i] = tanh(x[i]);
        }
    }

    /** The logistic function of {@code count} elements from {@code at}. Modifies x. */
    static void sigmoid(float[] x, int at, int count) {
        for (int i = at; i < at + count; i++) {
            x[i] = sigmoid(x[i]);
        }
    }
}
