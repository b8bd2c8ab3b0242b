package dev.wavetrain.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.shell.TextBundles;
import dev.wavetrain.training.OptimizerDefinition;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PresetsTest {

    @Test
    void there_are_nine_in_a_fixed_order() {
        assertThat(Presets.all())
                .extracting(Preset::key)
                .containsExactly(
                        "damped-simple-rnn",
                        "sin-to-cos-simple-rnn",
                        "sin-to-cos-lstm",
                        "damped-cos-to-sin-lstm",
                        "square-to-root-lstm",
                        "damped-gru",
                        "damped-lstm",
                        "sine-lstm-300",
                        "two-tone-lstm-300");
        assertThat(Presets.find("damped-gru")).isPresent();
        assertThat(Presets.find("DAMPED-GRU")).isEmpty();
    }

    @Test
    void each_has_the_network_and_samples_it_is_known_for() {
        List<Checked> checked =
                Presets.all().stream().map(p -> DefinitionCheck.check(p.definition())).toList();
        assertThat(checked)
                .extracting(c -> c.modelSummary().parameters())
                .containsExactly(
                        1_721L, 251L, 46_276L, 46_276L, 46_276L, 5_201L, 6_761L, 362_701L,
                        362_701L);
        assertThat(checked)
                .extracting(Checked::train)
                .containsExactly(162, 60, 76, 76, 76, 162, 162, 2_744, 11_144);
        assertThat(checked)
                .extracting(Checked::validation)
                .containsExactly(18, 16, 0, 0, 0, 18, 18, 1_176, 4_776);
    }

    @Test
    void waves_are_sampled_eighty_steps_a_cycle() {
        double w = 2 * Math.PI / 80;
        double[] sine = values("sine-lstm-300");
        assertThat(sine).hasSize(4_000);
        double[] tones = values("two-tone-lstm-300");
        assertThat(tones).hasSize(16_000);
        for (int k = 0; k < tones.length; k++) {
            double tone = 3 * Math.sin(5 * w * k) - 5 * Math.cos(3 * w * k);
            assertThat(tones[k]).isCloseTo(tone, within(1e-9));
            if (k < sine.length) {
                assertThat(sine[k]).isCloseTo(Math.sin(w * k), within(1e-12));
            }
        }
    }

    @Test
    void learning_rates_are_keras_s() {
        assertThat(Presets.all())
                .extracting(preset -> preset.definition().training().optimizer())
                .extracting(OptimizerDefinition::learningRate)
                .containsExactly(0.01, 0.001, 0.001, 0.001, 0.001, 0.01, 0.01, 0.001, 0.001);
    }

    @Test
    void each_is_named_in_both_languages() {
        TextBundles texts = new TextBundles();
        for (Preset preset : Presets.all()) {
            String name = "preset." + preset.key() + ".name";
            String summary = "preset." + preset.key() + ".summary";
            assertThat(texts.getTranslation(name, Locale.ENGLISH)).isEqualTo(preset.name());
            assertThat(texts.getTranslation(summary, Locale.ENGLISH)).isEqualTo(preset.source());
            assertThat(texts.getTranslation(name, Locale.JAPANESE)).doesNotStartWith("!");
            assertThat(texts.getTranslation(summary, Locale.JAPANESE)).doesNotStartWith("!");
        }
        for (DefinitionWarning.Code code : DefinitionWarning.Code.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
                assertThat(texts.getTranslation("warning." + code, locale, 1, 2, 3, 4))
                        .doesNotStartWith("!");
            }
        }
    }

    private static double[] values(String key) {
        Definition definition = Presets.find(key).orElseThrow().definition();
        return SequenceData.of(definition.sequence(), ColumnSource.NONE).input().values();
    }
}
