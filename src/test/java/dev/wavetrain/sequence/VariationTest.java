package dev.wavetrain.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.sequence.Variation.Knob;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationTest {

    static final SequenceDefinition WAVE =
            new SequenceDefinition(
                    Task.NEXT_STEP,
                    new Source.Formula("exp(-x/5)*max(cos(x), -2)"),
                    null,
                    new Domain("0", "5*pi", 200, true),
                    20);

    @ParameterizedTest
    @CsvSource({"2, 0, 1", "1, 0.7, 1", "1, 0, -3", "0.5, -1.25, 1e-5"})
    void a_wave_is_stretched_moved_and_made_higher(double period, double phase, double amplitude) {
        Variation variation = new Variation(period, phase, amplitude, 0);
        SequenceData data = SequenceData.of(variation.of(WAVE), ColumnSource.NONE);

        for (int i : new int[] {0, 17, 199}) {
            double x = (data.xAt(i) + phase) / period;
            double wanted = amplitude * Math.exp(-x / 5) * Math.max(Math.cos(x), -2);
            assertThat(data.truthAt(i)).isCloseTo(wanted, within(1e-12));
        }
    }

    @Test
    void nothing_changed_is_the_same_wave() {
        assertThat(Variation.NONE.of(WAVE)).isSameAs(WAVE);
        for (Knob knob : Knob.values()) {
            assertThat(Variation.NONE.with(knob, knob.asItIs())).isEqualTo(Variation.NONE);
        }
    }

    @Test
    void a_column_can_only_be_made_noisy() {
        SequenceDefinition column =
                new SequenceDefinition(
                        Task.NEXT_STEP, new Source.Column("id", "a"), null, null, 20);

        assertThat(Variation.NONE.with(Knob.NOISE, 1).of(column)).isSameAs(column);
        assertThatThrownBy(() -> Variation.NONE.with(Knob.PERIOD, 2).of(column))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("period");
    }

    @ParameterizedTest
    @CsvSource({"0,0,1,0", "-1,0,1,0", "NaN,0,1,0", "1,Infinity,1,0", "1,0,1e7,0", "1,0,1,-0.1"})
    void what_is_no_wave_is_refused(double period, double phase, double amplitude, double noise) {
        assertThatThrownBy(() -> new Variation(period, phase, amplitude, noise))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void noise_is_on_what_is_read_and_not_on_the_truth() {
        SequenceData clean = SequenceData.of(WAVE, ColumnSource.NONE);
        SequenceData noisy = clean.withNoise(0.5, 1);
        double squares = 0;
        for (int i = 0; i < 200; i++) {
            assertThat(noisy.truthAt(i)).isEqualTo(clean.truthAt(i));
            double noise = noisy.valueAt(i) - clean.valueAt(i);
            assertThat(noisy.input().values()[i]).isEqualTo(noisy.valueAt(i));
            squares += noise * noise;
        }

        assertThat(Math.sqrt(squares / 200)).isCloseTo(0.5, within(0.1));
        assertThat(clean.withNoise(0.5, 1).input().values()).isEqualTo(noisy.input().values());
        assertThat(noisy.truthAt(500)).isEqualTo(clean.truthAt(500));
    }

    @Test
    void a_net_that_translates_reads_noise_and_is_measured_without() {
        SequenceDefinition pair =
                new SequenceDefinition(
                        Task.TRANSLATE,
                        new Source.Formula("sin(x)"),
                        new Source.Formula("cos(x)"),
                        new Domain("0", "9", 50, true),
                        20);
        SequenceData clean = SequenceData.of(pair, ColumnSource.NONE);
        SequenceData noisy = clean.withNoise(1, 1);

        assertThat(noisy.input().values()).isNotEqualTo(clean.input().values());
        assertThat(noisy.valueAt(3)).isEqualTo(clean.truthAt(3));
    }
}
