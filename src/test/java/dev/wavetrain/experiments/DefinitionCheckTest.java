package dev.wavetrain.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.experiments.DefinitionWarning.Code;
import dev.wavetrain.sequence.Sample;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DefinitionCheckTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void the_preview_shows_signal_split_and_one_sample() {
        Preview preview = DefinitionCheck.check(preset("damped-simple-rnn")).preview();
        assertThat(preview.input().length()).isEqualTo(200);
        assertThat(preview.target()).isNull();
        // The last training sample, 161, asks for points up to 181.
        assertThat(preview.splitX()).isEqualTo(preview.input().x()[182]);
        assertThat(preview.window().input().length()).isEqualTo(20);
        assertThat(preview.window().target().x()[0]).isEqualTo(preview.input().x()[1]);
        assertThat(preview.window().decoderInput()).isNull();
    }

    @Test
    void a_translation_s_preview_shows_the_delayed_target_too() {
        Preview preview = DefinitionCheck.check(preset("sin-to-cos-simple-rnn")).preview();
        assertThat(preview.target()).isNotNull();
        // The last training sample, 59, asks for points up to 82.
        assertThat(preview.splitX()).isEqualTo(preview.input().x()[83]);
        Sample sample = preview.window();
        assertThat(sample.decoderInput()).isNotNull();
        assertThat(sample.decoderInput().values()[0]).isZero();
        assertThat(sample.decoderInput().values()[1]).isEqualTo(sample.target().values()[0]);
    }

    @Test
    void a_long_signal_is_thinned_and_a_permuted_split_has_no_boundary() {
        Preview preview = DefinitionCheck.check(preset("two-tone-lstm-300")).preview();
        assertThat(preview.input().length()).isLessThanOrEqualTo(1_000);
        assertThat(preview.splitX()).isNull();
        assertThat(preview.window().target().length()).isEqualTo(1);
    }

    @Test
    void a_sine_s_validation_repeats_its_training() {
        Checked sine = DefinitionCheck.check(preset("sine-lstm-300"));
        assertThat(sine.warnings())
                .contains(
                        new DefinitionWarning(
                                Code.VALIDATION_REPEATS_TRAINING, 1_176, 1_176, 80, 3_920));
        assertThat(codes(preset("two-tone-lstm-300"))).contains(Code.VALIDATION_REPEATS_TRAINING);
        assertThat(codes(preset("sin-to-cos-simple-rnn")))
                .contains(Code.VALIDATION_REPEATS_TRAINING);
        assertThat(codes(preset("damped-simple-rnn")))
                .doesNotContain(Code.VALIDATION_REPEATS_TRAINING);
    }

    @Test
    void windows_that_only_lie_close_together_are_distinct() {
        Definition flat = changed("damped-simple-rnn", "sequence.input.expression", "'1e-12*x'");
        assertThat(codes(flat)).doesNotContain(Code.VALIDATION_REPEATS_TRAINING);
        Definition constant = changed("damped-simple-rnn", "sequence.input.expression", "'0*x'");
        assertThat(DefinitionCheck.check(constant).warnings())
                .contains(new DefinitionWarning(Code.VALIDATION_REPEATS_TRAINING, 18, 18, 1, 180));
    }

    @Test
    void a_net_larger_than_its_data_a_dead_loss_and_a_large_batch_are_said() {
        assertThat(DefinitionCheck.check(preset("damped-simple-rnn")).warnings())
                .containsExactly(
                        new DefinitionWarning(Code.MORE_PARAMETERS_THAN_VALUES, 1_721, 182));
        assertThat(codes(changed("damped-simple-rnn", "network.units", "[2]"))).isEmpty();
        assertThat(
                        DefinitionCheck.check(
                                        changed(
                                                "damped-simple-rnn",
                                                "training.batchSize",
                                                "163",
                                                "network.units",
                                                "[2]",
                                                "training.loss",
                                                "'CATEGORICAL_CROSSENTROPY'"))
                                .warnings())
                .containsExactly(
                        new DefinitionWarning(Code.LOSS_CANNOT_TRAIN),
                        new DefinitionWarning(Code.BATCH_LARGER_THAN_DATA, 163, 162));
        assertThat(new DefinitionWarning(Code.BATCH_LARGER_THAN_DATA, 12_345, 162).message())
                .startsWith("a batch of 12345 is larger than the 162 training samples");
    }

    @Test
    void what_cannot_train_is_named_from_the_root() {
        assertThatThrownBy(() ->
                        DefinitionCheck.check(
                                changed(
                                        "damped-simple-rnn",
                                        "sequence.input.expression",
                                        "'log(x)'",
                                        "network.units",
                                        "[4096, 4096, 4096, 4096]")))
                .hasMessageContaining("sequence.input.expression is not a finite number at x = 0.0")
                .hasMessageContaining("network.units would need");
        assertThatThrownBy(() ->
                        DefinitionCheck.check(
                                changed("damped-simple-rnn", "training.validationSplit", "0.999")))
                .hasMessage("training.validationSplit leaves no sample to train on");
        assertThatThrownBy(() ->
                        DefinitionCheck.check(
                                changed(
                                        "damped-simple-rnn",
                                        "sequence.domain",
                                        "null",
                                        "sequence.input",
                                        "{'dataset': 'd', 'column': 'c'}")))
                .hasMessage("sequence.input.dataset does not exist");
    }

    @Test
    void the_largest_sizes_are_refused_at_once() {
        Definition huge =
                changed(
                        "damped-lstm",
                        "sequence.domain.points",
                        "200000",
                        "sequence.window",
                        "100000",
                        "network.units",
                        "[4096, 4096, 4096, 4096, 4096, 4096, 4096, 4096]",
                        "training.batchSize",
                        "1000000");
        Definition batch =
                changed(
                        "damped-lstm",
                        "sequence.domain.points",
                        "200000",
                        "sequence.window",
                        "100",
                        "training.batchSize",
                        "1000000");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> {
                    assertThatThrownBy(() -> DefinitionCheck.check(huge))
                            .isInstanceOf(InvalidValue.class)
                            .hasMessageContaining("network.units would need")
                            .hasMessageContaining("sequence.window would need");
                    assertThatThrownBy(() -> DefinitionCheck.check(batch))
                            .isInstanceOf(InvalidValue.class)
                            .hasMessageStartingWith("training.batchSize would need");
                });
    }

    private static List<Code> codes(Definition definition) {
        return DefinitionCheck.check(definition).warnings().stream()
                .map(DefinitionWarning::code)
                .toList();
    }

    private static Definition preset(String key) {
        return Presets.find(key).orElseThrow().definition();
    }

    private static Definition changed(String key, String... pathsAndValues) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndValues.length; i += 2) {
            values.put(pathsAndValues[i], JSON.readTree(pathsAndValues[i + 1].replace('\'', '"')));
        }
        return DefinitionJson.override(preset(key), values);
    }
}
