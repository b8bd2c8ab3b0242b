package dev.wavetrain.model.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Matrix products by the OpenBLAS that ND4J brings, called on heap arrays without a copy ({@link
 * Linker.Option#critical}: the collector pins the arrays for the call, which takes microseconds).
 * One thread, so that the same input always gives the same bits. A kernel has one of its own, which
 * remembers where its matrices lie.
 */
public final class Blas {

    private static final int ROW_MAJOR = 101;
    private static final int AS_IS = 111;
    private static final int TRANSPOSED = 112;

    private static final OpenBlasLibrary LIBRARY = OpenBlasLibrary.load();
    private static final Strips STRIPS = Strips.of(LIBRARY.processor());
    private static final MethodHandle SGEMM =
            Linker.nativeLinker()
                    .downcallHandle(
                            LIBRARY.function("cblas_sgemm"),
                            FunctionDescriptor.ofVoid(
                                    JAVA_INT,
                                    JAVA_INT,
                                    JAVA_INT,
                                    JAVA_INT,
                                    JAVA_INT,
                                    JAVA_INT,
                                    JAVA_FLOAT,
                                    ADDRESS,
                                    JAVA_INT,
                                    ADDRESS,
                                    JAVA_INT,
                                    JAVA_FLOAT,
                                    ADDRESS,
                                    JAVA_INT),
                            Linker.Option.critical(true));

    private final Slices left = new Slices();
    private final Slices right = new Slices();
    private final Slices product = new Slices();

    /**
     * The processor type whose kernels OpenBLAS chose; part of a run's provenance, because other
     * kernels round otherwise. Asking loads the library.
     */
    public static String processor() {
        return LIBRARY.processor();
    }

    /** See {@link Strips#panelDepth}. */
    static int panelDepth(int m, int n, int k, int width, int products) {
        return STRIPS.panelDepth(m, n, k, width, products);
    }

    /**
     * c (m, n) = a (m, k) b (k, n) + beta c. Modifies c.
     *
     * @param lda elements from one row of a to the next
     */
    public void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int atA,
            int lda,
            float[] b,
            int atB,
            int ldb,
            float beta,
            float[] c,
            int atC,
            int ldc) {
        call(AS_IS, AS_IS, m, n, k, a, atA, lda, b, atB, ldb, beta, c, atC, ldc);
    }

    /** c (m, n) = a (m, k) b' + beta c with b (n, k). Modifies c. */
    public void multiplyByTransposed(
            int m,
            int n,
            int k,
            float[] a,
            int atA,
            int lda,
            float[] b,
            int atB,
            int ldb,
            float beta,
            float[] c,
            int atC,
            int ldc) {
        call(AS_IS, TRANSPOSED, m, n, k, a, atA, lda, b, atB, ldb, beta, c, atC, ldc);
    }

    /** c (m, n) = a' b + beta c with a (k, m), b (k, n). Modifies c. */
    public void multiplyTransposed(
            int m,
            int n,
            int k,
            float[] a,
            int atA,
            int lda,
            float[] b,
            int atB,
            int ldb,
            float beta,
            float[] c,
            int atC,
            int ldc) {
        call(TRANSPOSED, AS_IS, m, n, k, a, atA, lda, b, atB, ldb, beta, c, atC, ldc);
    }

    private void call(
            int transA,
            int transB,
            int m,
            int n,
            int k,
            float[] a,
            int atA,
            int lda,
            float[] b,
            int atB,
            int ldb,
            float beta,
            float[] c,
            int atC,
            int ldc) {
        int width = STRIPS.width(transB == TRANSPOSED, m, n, k);
        int stripOfB = transB == TRANSPOSED ? ldb : 1;
        try {
            for (int j = 0; j < n; j += width) {
                SGEMM.invokeExact(
                        ROW_MAJOR,
                        transA,
                        transB,
                        m,
                        Math.min(width, n - j),
                        k,
                        1f,
                        left.of(a, atA),
                        lda,
                        right.of(b, atB + j * stripOfB),
                        ldb,
                        beta,
                        product.of(c, atC + j),
                        ldc);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
