package dev.wavetrain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files that Keras wrote predict here what Keras predicts. */
class KerasFilesTest {

    private static final JsonNode EXPECTED = Files.json("expected.json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simple-rnn-sequence",
                "lstm-last",
                "gru-time-distributed",
                "gru-dropout-no-bias",
                "lstm-encoder-decoder",
                "gru-encoder-decoder",
                "simple-rnn-encoder-decoder",
                "stacked-encoder-decoder"
            })
    void a_file_predicts_what_keras_predicts(String name) {
        for (String end : new String[] {".keras", ".h5"}) {
            JsonNode expected = EXPECTED.get(name + end);
            int count = expected.get("count").intValue();
            float[] inputs = Files.floats(expected.get("inputs").get(0));
            ReadModel read =
                    ModelReader.read(Files.bytes(name + end), inputs.length / count, 1 << 20);
            assertThat(read.format())
                    .isEqualTo(end.equals(".h5") ? ModelFormat.KERAS_H5 : ModelFormat.KERAS);
            float[] decoder =
                    read.model().network().hasDecoder()
                            ? Files.floats(expected.get("inputs").get(1))
                            : null;
            float[] predicted =
                    new Forecaster(read.model().network(), read.model().parameters())
                            .predict(inputs, decoder, count);
            float[] wanted = Files.floats(expected.get("output"));
            assertThat(predicted).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.length; i++) {
                assertThat(predicted[i])
                        .as(name + end + " " + i)
                        .isCloseTo(wanted[i], within(1e-6f));
            }
        }
    }

    @Test
    void what_the_file_says_of_its_training_comes_along() {
        ReadModel read = ModelReader.read(Files.bytes("lstm-last.keras"), null, 1 << 20);
        assertThat(read.model().network().cell()).isEqualTo(Cell.LSTM);
        assertThat(read.model().network().units()).containsExactly(4, 3);
        assertThat(read.model().network().head()).isEqualTo(Head.LAST);
        assertThat(read.model().network().window()).isEqualTo(8);
        assertThat(read.ownWindow()).isTrue();
        assertThat(read.model().loss()).isEqualTo(SavedLoss.MAE);
        assertThat(read.model().optimizer().kind()).isEqualTo(SavedOptimizer.Kind.RMSPROP);
        ReadModel any = ModelReader.read(Files.bytes("gru-time-distributed.h5"), null, 1 << 20);
        assertThat(any.ownWindow()).isFalse();
        assertThat(any.model().network().window()).isEqualTo(ModelReader.USUAL_WINDOW);
    }
}
