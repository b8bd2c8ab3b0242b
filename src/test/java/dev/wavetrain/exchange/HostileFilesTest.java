package dev.wavetrain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import dev.wavetrain.sequence.Scale;
import dev.wavetrain.sequence.Scales;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever else is sent is refused, with the reason, and soon. */
class HostileFilesTest {

    private static final long MOST = 1 << 20;

    @ParameterizedTest
    @CsvSource({
        "refused-lambda.keras, LAYER, Lambda",
        "refused-conv.keras, LAYER, Conv1D",
        "refused-bidirectional.keras, LAYER, Bidirectional",
        "refused-repeat.keras, LAYER, RepeatVector",
        "refused-reset-before.keras, SETTING, reset_after",
        "refused-relu.keras, SETTING, relu",
        "refused-two-features.keras, FEATURES, 2",
        "refused-nan.keras, NOT_FINITE, kernel",
        "hostile-external.h5, LINK, lstm_4",
        "hostile-soft-cycle.h5, LINK, lstm_4",
        "hostile-hard-cycle.h5, STRUCTURE, ''",
        "hostile-many-ways.h5, STRUCTURE, ''",
        "hostile-compressed.h5, COMPRESSED, kernel",
        "hostile-shape.h5, SHAPE, kernel",
        "hostile-absurd.h5, SHAPE, kernel",
        "hostile-weights-only.h5, ONLY_WEIGHTS, ''"
    })
    void a_keras_file_is_refused_by_what_is_wrong_with_it(String name, Reason reason, String said) {
        refused(Files.bytes(name), reason, said);
    }

    @Test
    void what_is_no_model_is_refused_by_its_first_bytes() throws IOException {
        refused(new byte[0], Reason.NOT_A_MODEL, "");
        refused("hello, world".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_MODEL, "");
        ByteArrayOutputStream java = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(java)) {
            out.writeObject(new java.util.ArrayList<>(List.of("x")));
        }
        refused(java.toByteArray(), Reason.NOT_A_MODEL, "");
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, Reason.TRUNCATED, "");
        refused(Files.zip(Map.of("metadata.json", new byte[2])), Reason.NOT_A_MODEL, "");
    }

    @Test
    void zips_with_paths_with_an_entry_twice_or_that_unpack_to_much_are_refused() {
        Map<String, byte[]> parts =
                new LinkedHashMap<>(Files.parts(Files.bytes("lstm-last.keras")));
        parts.put("../../etc/cron.d/x", new byte[3]);
        refused(Files.zip(parts), Reason.UNKNOWN_ENTRY, "../../etc/cron.d/x");
        parts.remove("../../etc/cron.d/x");
        parts.put("metadata.json", new byte[40 << 20]);
        refused(Files.zip(parts), Reason.BOMB, "");
        parts.put("metadata.json", new byte[2]);
        parts.put("model.weights.h5", new byte[2 << 20]);
        refused(Files.zip(parts), Reason.BOMB, "");
        byte[] doubled = Files.zip(Map.of("config.json", new byte[1], "confiG.json", new byte[1]));
        refused(doubled, Reason.UNKNOWN_ENTRY, "confiG.json");
        refused(replaced(doubled, "confiG.json", "config.json"), Reason.TWICE, "config.json");
    }

    @Test
    void a_file_cut_anywhere_is_refused_and_one_that_was_changed_never_does_harm() {
        for (String name : List.of("lstm-last.keras", "lstm-last.h5")) {
            byte[] file = Files.bytes(name);
            for (int length = 1; length < file.length - 200; length += 977) {
                byte[] cut = Arrays.copyOf(file, length);
                assertThatThrownBy(() -> ModelReader.read(cut, null, MOST))
                        .as(name + " cut at " + length)
                        .isInstanceOf(BadModelFile.class);
            }
            Random random = new Random(17);
            for (int i = 0; i < 300; i++) {
                byte[] changed = file.clone();
                for (int k = 0; k < 8; k++) {
                    changed[random.nextInt(i % 2 == 0 ? changed.length : 2_048)] =
                            (byte) random.nextInt();
                }
                tried(changed);
            }
        }
    }

    /** Refused for a reason, or a model with numbers. */
    private static void tried(byte[] changed) {
        try {
            ReadModel read = ModelReader.read(changed, null, MOST);
            for (float value : read.model().parameters()) {
                assertThat(value).isFinite();
            }
        } catch (BadModelFile refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    /**
     * What a zip says of sizes, before its entries, behind them and at its end, is not believed.
     */
    @Test
    void a_zip_that_lies_about_sizes_does_no_harm() {
        byte[] file = Files.zip(Files.parts(Files.bytes("lstm-last.keras")));
        for (int lie : new int[] {0, 1, 0x7FFFFFFF, -1}) {
            byte[] lying = file.clone();
            ByteBuffer bytes = ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN);
            int told = 0;
            for (int at = 0; at < lying.length - 46; at++) {
                int sizes =
                        switch (bytes.getInt(at)) {
                            case 0x04034b50 -> at + 18;
                            case 0x08074b50 -> at + 8;
                            case 0x02014b50 -> at + 20;
                            default -> -1;
                        };
                if (sizes > 0) {
                    bytes.putInt(sizes, lie).putInt(sizes + 4, lie);
                    told++;
                }
            }
            assertThat(told).isGreaterThanOrEqualTo(6);
            tried(lying);
        }
    }

    @Test
    void layers_that_are_not_kerass_or_say_too_much_are_refused() {
        byte[] file = Files.bytes("lstm-last.keras");
        String module = "\"module\": \"keras.layers\", \"class_name\": \"LSTM\"";
        refused(
                Files.changed(file, "config.json", module, module.replace("keras.layers", "os")),
                Reason.LAYER,
                "LSTM");
        refused(
                Files.changed(file, "config.json", "\"units\": 4", "\"units\": 4e9"),
                Reason.TOO_MANY_UNITS,
                "lstm");
        refused(
                Files.changed(file, "config.json", "\"units\": 4", "\"units\": 4000"),
                Reason.TOO_MANY_PARAMETERS,
                "");
        refused(
                Files.changed(file, "config.json", "\"units\": 4", "\"units\": 5"),
                Reason.SHAPE,
                "kernel");
        String deep = "[".repeat(500) + "]".repeat(500);
        refused(
                Files.changed(file, "config.json", "\"units\": 4", "\"units\": " + deep),
                Reason.JSON,
                "config.json");
        Map<String, byte[]> many = new LinkedHashMap<>(Files.parts(file));
        many.put(
                "config.json",
                ("{\"class_name\": \"Sequential\", \"config\": {\"layers\": [{}"
                                + ",{}".repeat(9_999)
                                + "]}}")
                        .getBytes(StandardCharsets.UTF_8));
        refused(Files.zip(many), Reason.TOO_MANY_LAYERS, "10000");
    }

    @Test
    void a_checkpoint_with_scales_comes_back_in_the_datas_own_units() {
        for (Cell cell : Cell.values()) {
            Network network = new Network(cell, List.of(3), 1, 0, 1, Head.LAST, 4);
            float[] parameters = network.initialise(5, BiasInit.ZEROS);
            Scale scale = new Scale(10, 4);
            byte[] file = ModelFile.write(saved(network, parameters, new Scales(scale, scale)));
            ReadModel read = ModelReader.read(file, null, MOST);
            float[] own = {9f, 12f, 10.5f, 13f};
            float[] scaled = new float[own.length];
            for (int i = 0; i < own.length; i++) {
                scaled[i] = scale.in(own[i]);
            }
            float wanted =
                    (float)
                            scale.out(
                                    new Forecaster(network, parameters)
                                            .predict(scaled, null, 1)[0]);
            float found =
                    new Forecaster(network, read.model().parameters()).predict(own, null, 1)[0];
            assertThat(found).isCloseTo(wanted, org.assertj.core.api.Assertions.within(1e-4f));
            assertThat(read.format()).isEqualTo(ModelFormat.WAVETRAIN);
        }
        Network decoder = new Network(Cell.GRU, List.of(3), 1, 1, 1, Head.ENCODER_DECODER, 4);
        SavedModel model =
                saved(
                        decoder,
                        new float[decoder.parameterCount()],
                        new Scales(new Scale(1, 2), new Scale(1, 2)));
        refused(ModelFile.write(model), Reason.SCALED, "");
    }

    private static SavedModel saved(Network network, float[] parameters, Scales scales) {
        return new SavedModel(
                network, parameters, SavedLoss.MSE, SavedOptimizer.sgd(0.01, 0), 0, null, scales);
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void refused(byte[] file, Reason reason, String said) {
        assertThatThrownBy(() -> ModelReader.read(file, null, MOST))
                .isInstanceOfSatisfying(
                        BadModelFile.class, bad -> assertThat(bad.reason()).isEqualTo(reason))
                .hasMessageContaining(said);
    }
}
