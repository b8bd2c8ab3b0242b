package dev.wavetrain.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedProductTest {

    private static final int MANY = 20;
    private static final Strips AVX_512 = Strips.of("SkylakeX");

    private final Random random = new Random(11);

    /** m, n, k, products to come: copied and left, whole panels and a narrow last one, blocks. */
    @ParameterizedTest
    @CsvSource({
        "10,1200,300,20",
        "10,1200,300,1",
        "32,300,1200,20",
        "10,330,333,20",
        "64,70,600,20",
        "3,1200,300,20",
        "10,40,40,20"
    })
    void each_product_is_that_of_three_loops(int m, int n, int k, int products) {
        float[] a = random(m * (k + 2));
        float[] c = random(m * (n + 3));
        for (boolean transposed : new boolean[] {false, true}) {
            RepeatedProduct product = new RepeatedProduct(new Blas(), k, n, transposed);
            float[] earlier = random(k * (n + 1) + n * (k + 1) + 7);
            product.take(earlier, 0, transposed ? k + 1 : n + 1, m, products);
            float[] b = random(earlier.length);
            int length = transposed ? k + 1 : n + 1;
            product.take(b, 7, length, m, products);
            float[] actual = c.clone();
            product.add(m, a, 1, k + 2, actual, 2, n + 3);

            float[] expected = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int p = 0; p < k; p++) {
                        float ofB = transposed ? b[7 + j * length + p] : b[7 + p * length + j];
                        sum += (double) a[at(i, p, k)] * ofB;
                    }
                    expected[2 + i * (n + 3) + j] += (float) sum;
                }
            }
            assertClose(expected, actual);
        }
    }

    private static int at(int row, int column, int k) {
        return 1 + row * (k + 2) + column;
    }

    @Test
    void a_panel_is_multiplied_in_blocks_that_openblas_does_not_pack() {
        assertEquals(300, AVX_512.panelDepth(10, 1200, 300, 64, MANY));
        assertEquals(400, AVX_512.panelDepth(32, 300, 1200, 64, MANY));
        assertEquals(300, AVX_512.panelDepth(32, 2400, 600, 64, MANY));
    }

    @Test
    void what_is_small_or_seldom_multiplied_is_not_copied() {
        assertEquals(0, AVX_512.panelDepth(32, 300, 75, 64, MANY));
        assertEquals(0, AVX_512.panelDepth(10, 1200, 300, 64, 7));
        assertEquals(0, AVX_512.panelDepth(3, 1200, 300, 64, MANY));
        assertEquals(0, Strips.of("Haswell").panelDepth(10, 1200, 300, 64, MANY));
    }

    private float[] random(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    /** Also that nothing between the rows was written. */
    private static void assertClose(float[] expected, float[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-4f);
        }
    }
}
