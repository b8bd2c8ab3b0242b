package dev.wavetrain.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rules;
import dev.wavetrain.model.Cell;
import dev.wavetrain.sequence.Task;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    static final ModelVersion.Shape ONE = shape(Task.NEXT_VALUE, 1);
    static final ModelVersion.Shape TWO = shape(Task.NEXT_STEP, 2);
    static final ModelVersion.Shape TRANSLATION = shape(Task.TRANSLATE, 1);

    static ModelVersion.Shape shape(Task task, int features) {
        return new ModelVersion.Shape(task, 3, features, Cell.LSTM, List.of(4));
    }

    @Test
    void one_step_is_answered_unless_more_are_asked_and_of_a_translation_all() {
        double[][] window = {{1}, {2}, {3}};
        assertThat(new Question(window, null).check(ONE)).isEqualTo(1);
        assertThat(new Question(window, 10_000).check(ONE)).isEqualTo(10_000);
        assertThat(new Question(window, null).check(TRANSLATION)).isEqualTo(3);
        assertThat(new Question(window, 2).check(TRANSLATION)).isEqualTo(2);
        assertThat(new Question(new double[][] {{1, 2}, {3, 4}, {5, 6}}, 4).check(TWO))
                .isEqualTo(4);
    }

    @Test
    void what_does_not_fit_is_named_with_its_place() {
        assertThat(errors(new double[][] {{1}, {2}}, 0, ONE))
                .containsExactly(
                        "steps must be at least 1", "window must have 3 entries, and has 2");
        assertThat(errors(new double[][] {{1}, {2}, {3}}, 4, TRANSLATION))
                .containsExactly("steps must be at most 3");
        assertThat(errors(new double[][] {{1}, {2, 3}, {}}, 1, ONE))
                .containsExactly(
                        "window[1] must have 1 entries, and has 2",
                        "window[2] must have 1 entries, and has 0");
        assertThat(errors(new double[][] {{1, 2}, {3, Double.NaN}, {1e300, -1e300}}, 1, TWO))
                .containsExactly(
                        "window[1][1] must be a finite number",
                        "window[2][0] must be at most 3.4028235E38",
                        "window[2][1] must be at least -3.4028235E38");
        assertThat(errors(new double[][] {{1}, {Double.NEGATIVE_INFINITY}, {2}}, 10_001, ONE))
                .containsExactly(
                        "steps must be at most 10000", "window[1] must be a finite number");
    }

    static List<String> errors(double[][] window, int steps, ModelVersion.Shape shape) {
        try {
            int answered = new Question(window, steps).check(shape);
            throw new AssertionError("answered with " + answered);
        } catch (InvalidValue wrong) {
            return wrong.errors().stream().map(e -> e.field() + " " + e.message()).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "wave", "wave-2", "a1-b2-c3"})
    void a_name_is_part_of_an_address(String name) {
        Rules rules = new Rules();
        ModelName.check(rules, "name", name, ModelName.LONGEST);
        rules.check();
    }

    @ParameterizedTest
    @CsvSource({"''", "3", "3a", "Wave", "wave-", "-wave", "a@b", "a b", "波", "a/b", "a..b"})
    void nothing_else_is_a_name(String name) {
        assertThatThrownBy(() -> new Promotion("", List.of(name)))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        wrong ->
                                assertThat(wrong.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("aliases[0]"));
    }

    @Test
    void the_same_alias_twice_is_one() {
        assertThat(new Promotion(" said ", List.of("best", "best", "champion")))
                .isEqualTo(new Promotion("said", List.of("best", "champion")));
        assertThatThrownBy(() -> new Promotion("", List.of("a".repeat(33))))
                .hasMessageContaining("at most 32");
    }
}
