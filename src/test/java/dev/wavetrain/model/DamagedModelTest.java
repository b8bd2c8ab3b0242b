package dev.wavetrain.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Files from anywhere: they are read whole or refused, and never anything else. */
class DamagedModelTest {

    private final SavedModel model =
            ModelFileTest.model(Cell.LSTM, Head.LAST, SavedLoss.MSE, ModelFileTest.ADAM);
    private final byte[] file = ModelFile.write(model);

    @Test
    void a_file_cut_short_anywhere_is_damaged() {
        for (int length = 0; length < file.length; length += 1 + length / 50) {
            byte[] cut = Arrays.copyOf(file, length);
            assertThatThrownBy(() -> ModelFile.read(cut))
                    .isExactlyInstanceOf(DamagedModel.class)
                    .hasMessageStartingWith("It ");
        }
    }

    @Test
    void a_flipped_byte_is_noticed_or_harmless() {
        Random random = new Random(1);
        for (int i = 0; i < 3_000; i++) {
            byte[] flipped = file.clone();
            flipped[random.nextInt(file.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                assertThat(ModelFile.read(flipped)).usingRecursiveComparison().isEqualTo(model);
            } catch (DamagedModel e) {
                assertThat(e).hasMessageStartingWith("It ");
            }
        }
    }

    @Test
    void a_description_that_promises_too_much_is_refused_before_anything_is_allocated()
            throws Exception {
        for (String[] lie :
                new String[][] {
                    {"units=3,2", "units=4096,4096,4096,4096,4096,4096"},
                    {"units=3,2", "units=3,-2"},
                    {"units=3,2", "units=99999"},
                    {"units=3,2", "units="},
                    {"inputs=1", "inputs=2147483647"},
                    {"cell=LSTM", "cell=java.lang.Runtime"},
                    {"head=LAST", "head=ENCODER_DECODER"},
                    {"stateValues=", "stateValues=1"},
                    {"updates=", "updates=-"},
                    {"format=1", "format=2"},
                    {"window=6", "\\u00zz"},
                    {"loss=MSE", ""}
                }) {
            byte[] lying = with(file, "wavetrain.properties", lie[0], lie[1]);
            assertThatThrownBy(() -> ModelFile.read(lying))
                    .as(lie[1])
                    .isExactlyInstanceOf(DamagedModel.class);
        }
    }

    @Test
    void a_zip_of_something_else_is_not_a_model() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> ModelFile.read(bytes.toByteArray()))
                .isExactlyInstanceOf(DamagedModel.class)
                .hasMessage("It does not begin with the description of a model.");
    }

    /** The file with a text replaced in one entry. */
    private static byte[] with(byte[] file, String name, String old, String other)
            throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().equals(name)) {
                    String text = new String(content, StandardCharsets.UTF_8);
                    assertThat(text).contains(old);
                    content = text.replace(old, other).getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
