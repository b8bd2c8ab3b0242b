package dev.wavetrain.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripsTest {

    private static final Strips AVX_512 = Strips.of("SkylakeX");
    private static final float BETA = 0.5f;

    @Test
    void a_product_that_is_multiplied_where_it_lies_stays_whole() {
        assertEquals(160, AVX_512.width(false, 10, 160, 40));
        assertEquals(75, AVX_512.width(true, 10, 75, 300));
    }

    @Test
    void a_larger_one_is_cut_so_that_each_strip_is_multiplied_where_it_lies() {
        assertEquals(64, AVX_512.width(false, 10, 1200, 300));
        assertEquals(48, AVX_512.width(false, 64, 1200, 300));
        assertEquals(64, AVX_512.width(true, 10, 300, 1200));
        assertEquals(32, AVX_512.width(true, 32, 40, 160));
    }

    @Test
    void where_strips_would_be_too_thin_the_product_stays_whole() {
        assertEquals(1200, AVX_512.width(false, 256, 1200, 300));
        assertEquals(300, AVX_512.width(true, 256, 300, 1200));
    }

    @Test
    void kernels_that_always_pack_get_the_whole() {
        assertEquals(1200, Strips.of("Haswell").width(false, 10, 1200, 300));
    }

    @ParameterizedTest
    @CsvSource({"10,1200,300", "64,150,300", "33,75,260", "75,47,300", "3,2111,170"})
    void products_are_those_of_three_loops_strips_or_not(int m, int n, int k) {
        Random random = new Random(7);
        float[] a = random(random, 3 + m * (k + 2));
        float[] b = random(random, 5 + k * (n + 1));
        float[] c = random(random, 4 + m * (n + 3));

        float[] expected = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int p = 0; p < k; p++) {
                    sum += (double) a[3 + i * (k + 2) + p] * b[5 + p * (n + 1) + j];
                }
                int at = 4 + i * (n + 3) + j;
                expected[at] = (float) (sum + BETA * c[at]);
            }
        }

        float[] straight = c.clone();
        new Blas().multiply(m, n, k, a, 3, k + 2, b, 5, n + 1, BETA, straight, 4, n + 3);
        assertClose(expected, straight);

        float[] byTransposed = c.clone();
        float[] turnedB = turned(b, 5, k, n, n + 1);
        new Blas()
                .multiplyByTransposed(
                        m, n, k, a, 3, k + 2, turnedB, 0, k, BETA, byTransposed, 4, n + 3);
        assertClose(expected, byTransposed);

        float[] transposed = c.clone();
        float[] turnedA = turned(a, 3, m, k, k + 2);
        new Blas()
                .multiplyTransposed(
                        m, n, k, turnedA, 0, m, b, 5, n + 1, BETA, transposed, 4, n + 3);
        assertClose(expected, transposed);
    }

    private static float[] random(Random random, int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    private static float[] turned(float[] source, int at, int rows, int columns, int width) {
        float[] turned = new float[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j * rows + i] = source[at + i * width + j];
            }
        }
        return turned;
    }

    /** Also that nothing between the rows was written. */
    private static void assertClose(float[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-4f);
        }
    }
}
