package dev.wavetrain.model.kernel;

/**
 * c += a b, again and again with the same b: the products of all steps of a pass with the recurrent
 * kernel. A large b is first copied into panels of 64 columns, each of which lies in one piece: the
 * rows of a strip of a wide matrix lie in as many pages of memory, and neither are those found as
 * fast nor does the processor fetch them ahead. A panel is multiplied in blocks of rows that {@link
 * Strips OpenBLAS multiplies where they lie}. An LSTM(600) gains half as much again by it.
 */
final class RepeatedProduct {

    private static final int WIDTH = 64;

    /** Columns of b' that are taken at a time, so that what is read fills whole cache lines. */
    private static final int BLOCK = 16;

    private final Blas blas;
    private final boolean transposed;
    private final int rows;
    private final int columns;

    /** Of the last {@link #take}. */
    private float[] matrix = {};

    private int at;
    private int rowLength;

    /** Rows of a panel that are multiplied at a time; 0 where there are no panels. */
    private int depth;

    /** One panel after the other, each (k, 64), the last one narrower. */
    private float[] panels = {};

    /**
     * For b (k, n).
     *
     * @param blas of the kernel
     * @param rows k
     * @param columns n
     * @param transposed whether what is given is b', (n, k)
     */
    RepeatedProduct(Blas blas, int rows, int columns, boolean transposed) {
        this.blas = blas;
        this.rows = rows;
        this.columns = columns;
        this.transposed = transposed;
    }

    /**
     * Takes b until the next time. It is not copied where few products are to come, so it must not
     * be changed before the last of them.
     *
     * @param b from {@code at}; not modified
     * @param rowLength elements from one row of what is given to the next
     * @param m rows of a
     * @param products that are to come
     */
    void take(float[] b, int at, int rowLength, int m, int products) {
        this.matrix = b;
        this.at = at;
        this.rowLength = rowLength;
        depth = Blas.panelDepth(m, columns, rows, WIDTH, products);
        if (depth == 0) {
            return;
        }
        if (panels.length == 0) {
            panels = new float[Math.multiplyExact(rows, columns)];
        }
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            if (transposed) {
                copyTransposed(j, width);
            } else {
                copy(j, width);
            }
        }
    }

    private void copy(int j, int width) {
        int to = j * rows;
        for (int r = 0; r < rows; r++) {
            System.arraycopy(matrix, at + r * rowLength + j, panels, to + r * width, width);
        }
    }

    private void copyTransposed(int j, int width) {
        int to = j * rows;
        for (int block = 0; block < rows; block += BLOCK) {
            int end = Math.min(block + BLOCK, rows);
            for (int c = 0; c < width; c++) {
                int from = at + (j + c) * rowLength;
                for (int r = block; r < end; r++) {
                    panels[to + r * width + c] = matrix[from + r];
                }
            }
        }
    }

    /** c (m, n) += a (m, k) b. Modifies c. */
    void add(int m, float[] a, int atA, int lda, float[] c, int atC, int ldc) {
        if (depth > 0) {
            addByPanels(m, a, atA, lda, c, atC, ldc);
        } else if (transposed) {
            blas.multiplyByTransposed(
                    m, columns, rows, a, atA, lda, matrix, at, rowLength, 1, c, atC, ldc);
        } else {
            blas.multiply(m, columns, rows, a, atA, lda, matrix, at, rowLength, 1, c, atC, ldc);
        }
    }

    private void addByPanels(int m, float[] a, int atA, int lda, float[] c, int atC, int ldc) {
        for (int j = 0; j < columns; j += WIDTH) {
            int width = Math.min(WIDTH, columns - j);
            for (int r = 0; r < rows; r += depth) {
                int from = j * rows + r * width;
                int deep = Math.min(depth, rows - r);
                blas.multiply(
                        m, width, deep, a, atA + r, lda, panels, from, width, 1, c, atC + j, ldc);
            }
        }
    }
}
