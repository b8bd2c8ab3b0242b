package dev.wavetrain.model.kernel;

import java.util.Set;

/**
 * How wide a strip of columns of a product is formed at a time. OpenBLAS's kernels for AVX-512
 * multiply small matrices where they lie; of larger ones they first pack a copy, which for a batch
 * of ten costs more than the product itself: cut into strips that count as small, the recurrent
 * products of an LSTM(300) run at three times the speed. Other kernels always pack.
 *
 * @param unpacked whether the kernels have that path
 */
record Strips(boolean unpacked) {

    private static final Set<String> AVX_512 = Set.of("SkylakeX", "Cooperlake");

    /** Floats in a vector register. */
    private static final int VECTOR = 16;

    /** Wider strips are no faster. */
    private static final int WIDEST = 64;

    /** Terms of the largest product that OpenBLAS multiplies where it lies. */
    private static final long TERMS = 1_000_000;

    /** Of a with fewer of them reading b is all, and a copy is read no faster. */
    private static final int FEWEST_ROWS = 4;

    /** Fewer do not pay for a copy of b. */
    private static final int FEWEST_PRODUCTS = 8;

    /** Elements of its largest result where b is transposed. */
    private static final int RESULTS = 1200;

    /**
     * @param processor as {@link Blas#processor} names it
     */
    static Strips of(String processor) {
        return new Strips(AVX_512.contains(processor));
    }

    /** For a (m, k) by b (k, n), n where strips would not help. */
    int width(boolean transposedB, int m, int n, int k) {
        long terms = (long) m * k;
        boolean small = n * terms <= TERMS && !(transposedB && (long) m * n > RESULTS);
        if (!unpacked || small) {
            return n;
        }
        long most = Math.min(WIDEST, TERMS / terms);
        if (transposedB) {
            most = Math.min(most, RESULTS / m);
        }
        int width = (int) most / VECTOR * VECTOR;
        return width < (transposedB ? VECTOR : 2 * VECTOR) ? n : width;
    }

    /**
     * How many rows of a panel of b (k, n) are multiplied at a time, as even as can be; 0 where b
     * is best left as it lies: a product of {@code m} rows is too small, or few are to come.
     */
    int panelDepth(int m, int n, int k, int width, int products) {
        long terms = (long) m * k;
        if (!unpacked || n * terms <= TERMS || m < FEWEST_ROWS || products < FEWEST_PRODUCTS) {
            return 0;
        }
        int blocks = (int) Math.ceilDiv(Math.min(width, n) * terms, TERMS);
        return Math.ceilDiv(k, blocks);
    }
}
