package dev.wavetrain.shell.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PackedTests {

    @Test
    void epochs_in_a_row_are_two_numbers() {
        assertThat(Packed.of(new double[] {7, 8, 9, 10})).isEqualTo("7:4");
    }

    @Test
    void other_numbers_travel_exactly() {
        double[] values = {0.1, Double.NaN, -1e-300};
        ByteBuffer bytes =
                ByteBuffer.wrap(Base64.getDecoder().decode(Packed.of(values)))
                        .order(ByteOrder.LITTLE_ENDIAN);

        assertThat(bytes.getDouble()).isEqualTo(0.1);
        assertThat(bytes.getDouble()).isNaN();
        assertThat(bytes.getDouble()).isEqualTo(-1e-300);
    }

    @Test
    void nothing_is_an_empty_text() {
        assertThat(Packed.of(new double[0])).isEmpty();
    }
}
