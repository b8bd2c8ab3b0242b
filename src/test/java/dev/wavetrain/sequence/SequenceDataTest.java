package dev.wavetrain.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sequence.Source.Column;
import dev.wavetrain.sequence.Source.Formula;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SequenceDataTest {

    /** x = 0 1 2 3 4. */
    private static final Domain FIVE = new Domain("0", "4", 5, true);

    @Test
    void next_step_windows_have_the_same_window_one_step_on_as_target() {
        Samples samples = formula(Task.NEXT_STEP, "x^2", null, FIVE, 2).samples();
        assertThat(samples.count()).isEqualTo(3);
        assertThat(samples.targetSteps()).isEqualTo(2);
        assertThat(samples.inputs()).containsExactly(0, 1, 1, 4, 4, 9);
        assertThat(samples.targets()).containsExactly(1, 4, 4, 9, 9, 16);
        assertThat(samples.decoderInputs()).isNull();
    }

    @Test
    void next_value_windows_have_the_one_value_after_them_as_target() {
        Samples samples = formula(Task.NEXT_VALUE, "x^2", null, FIVE, 3).samples();
        assertThat(samples.count()).isEqualTo(2);
        assertThat(samples.targetSteps()).isEqualTo(1);
        assertThat(samples.inputs()).containsExactly(0, 1, 4, 1, 4, 9);
        assertThat(samples.targets()).containsExactly(9, 16);
    }

    @Test
    void translations_feed_the_decoder_the_target_delayed_by_one_from_zero() {
        Samples samples = formula(Task.TRANSLATE, "x", "x+10", FIVE, 3).samples();
        assertThat(samples.count()).isEqualTo(2);
        assertThat(samples.inputs()).containsExactly(0, 1, 2, 1, 2, 3);
        assertThat(samples.targets()).containsExactly(10, 11, 12, 11, 12, 13);
        assertThat(samples.decoderInputs()).containsExactly(0, 10, 11, 0, 11, 12);
    }

    @Test
    void a_part_of_the_samples_is_the_same_as_that_part_of_all() {
        Random random = new Random(7);
        for (Task task : Task.values()) {
            for (int trial = 0; trial < 50; trial++) {
                int points = 2 + random.nextInt(60);
                int window = 1 + random.nextInt(points - 1);
                Domain domain = new Domain("-1", "2", points, random.nextBoolean());
                String target = task == Task.TRANSLATE ? "cos(x)" : null;
                SequenceData data = formula(task, "sin(9*x)", target, domain, window);
                Samples all = data.samples();
                assertThat(all.count()).isEqualTo(points - window);
                for (int i = 0; i < all.count(); i++) {
                    requireSample(data, all, i, data.samples(i, 1));
                }
            }
        }
    }

    private static void requireSample(SequenceData data, Samples all, int i, Samples one) {
        int window = all.window();
        for (int t = 0; t < window; t++) {
            float value = (float) data.input().values()[i + t];
            assertThat(all.inputs()[i * window + t]).isEqualTo(value);
            assertThat(one.inputs()[t]).isEqualTo(value);
        }
        int steps = all.targetSteps();
        int shift = data.definition().task() == Task.TRANSLATE ? 0 : window + 1 - steps;
        for (int t = 0; t < steps; t++) {
            float value = (float) data.truth().values()[i + shift + t];
            assertThat(all.targets()[i * steps + t]).isEqualTo(value);
            assertThat(one.targets()[t]).isEqualTo(value);
        }
        float[] delayed = one.decoderInputs();
        for (int t = 0; delayed != null && t < window; t++) {
            assertThat(delayed[t]).isEqualTo(t == 0 ? 0 : one.targets()[t - 1]);
        }
    }

    @Test
    void a_formula_s_truth_goes_on_beyond_the_data_where_it_has_a_value() {
        SequenceData data = formula(Task.NEXT_STEP, "sqrt(7-x)", null, FIVE, 2);
        assertThat(data.truthAt(3)).isEqualTo(2);
        assertThat(data.xAt(6)).isEqualTo(6);
        assertThat(data.truthAt(6)).isEqualTo(1);
        assertThat(data.truthAt(8)).isNaN();
        SequenceData pair = formula(Task.TRANSLATE, "x", "2*x", FIVE, 2);
        assertThat(pair.truthAt(100)).isEqualTo(200);
    }

    @Test
    void a_dataset_s_truth_ends_with_its_rows() {
        SequenceData data =
                SequenceData.of(
                        new SequenceDefinition(Task.NEXT_STEP, new Column("d", "c"), null, null, 2),
                        (dataset, column) -> new double[] {5, 6, 7});
        assertThat(data.input().x()).containsExactly(0, 1, 2);
        assertThat(data.truthAt(2)).isEqualTo(7);
        assertThat(data.truthAt(3)).isNaN();
        assertThat(data.xAt(3)).isEqualTo(3);
    }

    @Test
    void a_value_that_is_not_finite_names_its_formula_and_x() {
        requireError(
                () -> formula(Task.NEXT_STEP, "1/(x-2)", null, FIVE, 2),
                new FieldError("input.expression", Rule.NOT_FINITE_AT, 2.0));
        requireError(
                () -> formula(Task.TRANSLATE, "x", "log(1-x)", FIVE, 2),
                new FieldError("target.expression", Rule.NOT_FINITE_AT, 1.0));
        requireError(
                () -> formula(Task.NEXT_STEP, "(10+x)^38", null, FIVE, 2),
                new FieldError("input.expression", Rule.OUT_OF_RANGE_AT, 1.0));
        requireError(
                () -> formula(Task.NEXT_STEP, "x^(9^9)", null, FIVE, 2),
                new FieldError("input.expression", Rule.NOT_FINITE_AT, 2.0));
    }

    @Test
    void windows_that_memory_would_not_hold_are_refused_before_they_are_made() {
        requireError(
                () ->
                        formula(
                                Task.TRANSLATE,
                                "x",
                                "x",
                                new Domain("0", "1", 200_000, true),
                                100_000),
                new FieldError(
                        "window",
                        Rule.TOO_LARGE,
                        Reason.NUMBERS_IN_WINDOWS.of(30_000_000_000L, 100_000),
                        SequenceData.MOST_NUMBERS));
    }

    @Test
    void datasets_that_are_missing_or_do_not_fit_are_refused_by_field() {
        SequenceDefinition pair =
                new SequenceDefinition(
                        Task.TRANSLATE, new Column("d", "a"), new Column("d", "b"), null, 2);
        requireError(
                () -> SequenceData.of(pair, ColumnSource.NONE),
                new FieldError("input.dataset", Rule.NOT_FOUND));
        requireError(
                () -> SequenceData.of(pair, (d, column) -> new double[column.equals("a") ? 4 : 5]),
                new FieldError("target.column", Rule.NOT_ALLOWED, Reason.OTHER_LENGTH));
        requireError(
                () -> SequenceData.of(pair, (d, column) -> new double[2]),
                new FieldError("window", Rule.LESS_THAN, 2));
        requireError(
                () -> SequenceData.of(pair, (d, column) -> new double[] {1, Double.NaN, 3}),
                new FieldError("input.column", Rule.MISSING_VALUES, 1, 3, 2));
    }

    @Test
    void a_definition_s_fields_must_suit_each_other() {
        Formula formula = new Formula("x");
        Column column = new Column("d", "c");
        assertThatThrownBy(() -> new SequenceDefinition(Task.TRANSLATE, formula, null, null, 0))
                .hasMessage("target is required; domain is required; window must be at least 1");
        assertThatThrownBy(() -> new SequenceDefinition(Task.NEXT_STEP, formula, formula, FIVE, 5))
                .hasMessage(
                        "target is not allowed here: only a TRANSLATE task has a target; window"
                                + " must be less than 5");
        assertThatThrownBy(() -> new SequenceDefinition(Task.TRANSLATE, column, formula, FIVE, 2))
                .hasMessage(
                        "target is not allowed here: input and target are both expressions or both"
                                + " dataset columns; domain is not allowed here: the rows of a"
                                + " dataset are its points");
    }

    private static void requireError(ThrowingCallable call, FieldError error) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.errors()).containsExactly(error));
    }

    private static SequenceData formula(
            Task task, String input, @Nullable String target, Domain domain, int window) {
        return SequenceData.of(
                new SequenceDefinition(
                        task,
                        new Formula(input),
                        target == null ? null : new Formula(target),
                        domain,
                        window),
                ColumnSource.NONE);
    }
}
