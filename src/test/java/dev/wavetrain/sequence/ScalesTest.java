package dev.wavetrain.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.sequence.Source.Column;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScalesTest {

    static final double N = Double.NaN;

    @Test
    void is_fitted_on_the_points_of_the_training_samples_alone() {
        SequenceData data = data(Task.NEXT_STEP, Scaling.MIN_MAX, 2, 4, 6, 100, 200);
        // Samples 0 and 1 of windows of 2 touch the points 0 to 3.
        assertThat(Scales.fit(data, new int[] {0, 1}).input()).isEqualTo(new Scale(2, 98));
        assertThat(Scales.fit(data, new int[] {0}).input()).isEqualTo(new Scale(2, 4));
        SequenceData standard = data(Task.NEXT_VALUE, Scaling.STANDARD, 1, 3, 5, 99);
        Scale scale = Scales.fit(standard, new int[] {0}).target();
        assertThat(scale.offset()).isEqualTo(3);
        assertThat(scale.size()).isCloseTo(Math.sqrt(8 / 3.0), within(1e-12));
    }

    @Test
    void input_and_target_of_a_translation_have_scales_of_their_own() {
        ColumnSource both =
                (dataset, column) ->
                        column.equals("a") ? new double[] {0, 10, 5} : new double[] {1, 1, 3};
        SequenceData data =
                SequenceData.of(
                        new SequenceDefinition(
                                Task.TRANSLATE,
                                new Column("d", "a"),
                                new Column("d", "b"),
                                null,
                                2,
                                Scaling.MIN_MAX),
                        both);
        Scales scales = Scales.fit(data, new int[] {0});
        assertThat(scales.input()).isEqualTo(new Scale(0, 10));
        // A constant is moved to 0 and has no size.
        assertThat(scales.target()).isEqualTo(new Scale(1, 1));
        Samples samples = data.samples(0, 1, scales);
        assertThat(samples.inputs()).containsExactly(0, 1);
        assertThat(samples.targets()).containsExactly(0, 0);
    }

    @ParameterizedTest
    @EnumSource(Scaling.class)
    void leads_back_to_the_data_s_own_units(Scaling scaling) {
        double[] values = new Random(1).doubles(50, 900, 1_100).toArray();
        SequenceData data = data(Task.NEXT_STEP, scaling, values);
        Scales scales = Scales.fit(data, IntStream.range(0, 40).toArray());
        for (double value : values) {
            assertThat(scales.target().out(scales.input().in(value)))
                    .isCloseTo(value, within(1e-3));
        }
        assertThat(scales.isNone()).isEqualTo(scaling == Scaling.NONE);
        assertThat(Scale.NONE.in(-0.0)).isEqualTo(-0.0f);
    }

    @ParameterizedTest
    @CsvSource({"LAST, 2 2 2 4 4", "LINEAR, 2 2 3 4 4", "ZERO, 0 2 0 4 0"})
    void gaps_are_filled_as_chosen_and_are_no_truth(Missing missing, String expected) {
        double[] column = {N, 2, N, 4, N};
        SequenceData data =
                SequenceData.of(
                        new SequenceDefinition(
                                Task.NEXT_STEP, new Column("d", "c", missing), null, null, 2),
                        (d, c) -> column);
        double[] filled =
                java.util.Arrays.stream(expected.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
        assertThat(data.input().values()).containsExactly(filled);
        assertThat(column).containsExactly(N, 2, N, 4, N);
        assertThat(data.truthAt(2)).isNaN();
        assertThat(data.valueAt(2)).isEqualTo(filled[2]);
        assertThat(data.truthAt(3)).isEqualTo(4);
        assertThat(data.truthAt(5)).isNaN();
    }

    private static SequenceData data(Task task, Scaling scaling, double... values) {
        return SequenceData.of(
                new SequenceDefinition(task, new Column("d", "c"), null, null, 2, scaling),
                (d, c) -> values);
    }
}
