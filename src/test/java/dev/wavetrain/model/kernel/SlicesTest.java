package dev.wavetrain.model.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlicesTest {

    private static final int LENGTH = 5_000;

    @Test
    void a_part_begins_where_it_is_asked_to_however_many_share_its_place() {
        Slices slices = new Slices();
        float[] rising = numbers(1);
        float[] falling = numbers(-1);

        for (int offset = 0; offset < LENGTH; offset++) {
            assertBegins(slices.of(rising, offset), offset, offset);
            assertBegins(slices.of(falling, offset), offset, -offset);
        }
        for (int offset = 0; offset < LENGTH; offset++) {
            assertBegins(slices.of(rising, offset), offset, offset);
        }
    }

    @Test
    void the_same_part_is_kept() {
        Slices slices = new Slices();
        float[] array = numbers(1);

        MemorySegment first = slices.of(array, 40);

        assertSame(first, slices.of(array, 40));
    }

    private static void assertBegins(MemorySegment part, int offset, float value) {
        assertEquals((long) (LENGTH - offset) * Float.BYTES, part.byteSize());
        assertEquals(value, part.get(ValueLayout.JAVA_FLOAT, 0));
    }

    private static float[] numbers(int sign) {
        float[] numbers = new float[LENGTH];
        IntStream.range(0, LENGTH).forEach(i -> numbers[i] = sign * i);
        return numbers;
    }
}
