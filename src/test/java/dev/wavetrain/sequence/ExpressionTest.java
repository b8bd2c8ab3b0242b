package dev.wavetrain.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 + 2*3 | 7",
                "(1 + 2)*3 | 9",
                "8/4/2 | 1",
                "7 - 4 - 2 | 1",
                "2^3^2 | 512",
                "-2^2 | -4",
                "2^-1 | 0.5",
                "--3 | 3",
                "+-+3 | -3",
                "2*-x | -1",
                "1e3 | 1000",
                "1.5E-3 | 0.0015",
                ".5 + 5. | 5.5",
                "2*e | 5.43656365691809",
                "pi | 3.141592653589793",
                "pow(2, 10) | 1024",
                "min(3, max(1, 2)) | 2",
                "abs(-4) + sqrt(9) | 7",
                "log(exp(2)) | 2",
                "exp(-x/5)*cos(x) | 0.7940695",
                "sin(x)^2 + cos(x)^2 | 1",
                "tan(pi/4) | 1",
                " ( ( x ) ) | 0.5",
                "0^0 | 1",
            })
    void a_formula_has_the_value_that_arithmetic_gives_it(String text, double value) {
        assertThat(Expression.parse("f", text).at(0.5)).isCloseTo(value, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + | 4 | a number, x or a function is missing at the end",
                "(1 + 2 | 7 | ')' is missing",
                "1 + 2) | 6 | ')' is not expected",
                "2 x | 3 | 'x' is not expected",
                "2e | 2 | 'e' is not expected",
                "1.2.3 | 4 | '.' is not expected",
                ". | 1 | a number is not complete",
                "x ** 2 | 4 | '*' is not expected",
                "sin | 4 | '(' is missing",
                "sin x | 5 | '(' is missing",
                "sin() | 5 | ')' is not expected",
                "pow(2) | 6 | ',' is missing",
                "sin(1, 2) | 6 | ')' is missing",
                "1 + y | 5 | 'y' is not known",
                "X | 1 | 'X' is not known",
                "xx | 1 | 'xx' is not known",
                "java.lang.System.exit(0) | 1 | 'java' is not known",
                "2π | 2 | 'π' is not expected",
                "x + ２ | 5 | '２' is not expected",
                "😀 | 1 | '😀' is not expected",
                "x − 1 | 3 | '−' is not expected",
                "1; 2 | 2 | ';' is not expected",
            })
    void a_syntax_error_says_where_and_why(String text, int position, String reason) {
        assertThatThrownBy(() -> Expression.parse("input.expression", text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> {
                            assertThat(e.errors()).hasSize(1);
                            assertThat(e.errors().getFirst().field()).isEqualTo("input.expression");
                            assertThat(e.errors().getFirst().rule()).isEqualTo(Rule.SYNTAX);
                            assertThat(e.errors().getFirst().arguments())
                                    .map(String::valueOf)
                                    .containsExactly("" + position, reason);
                        });
    }

    @Test
    void an_empty_formula_is_required_and_a_long_one_refused() {
        assertThatThrownBy(() -> Expression.parse("f", " \n")).hasMessage("f is required");
        assertThatThrownBy(() -> Expression.parse("f", "x+".repeat(5_000)))
                .hasMessage("f must have at most 1000 characters");
        assertThatThrownBy(() -> Expression.parse("f", "x".repeat(10_000)))
                .hasMessage("f must have at most 1000 characters");
        assertThat(Expression.parse("f", "x+".repeat(499) + "x").at(1)).isEqualTo(500);
    }

    @Test
    void a_long_unknown_name_is_not_repeated_whole() {
        assertThatThrownBy(() -> Expression.parse("f", "y".repeat(1_000)))
                .hasMessageEndingWith("'" + "y".repeat(20) + "…' is not known");
    }

    @Test
    void deep_nesting_is_refused_before_the_stack_ends() {
        for (String opening : new String[] {"(", "-", "2^", "sin(", "min(1,", "-("}) {
            String text = opening.repeat(1_000 / opening.length());
            assertThatThrownBy(() -> Expression.parse("f", text))
                    .isInstanceOf(InvalidValue.class)
                    .hasMessageContaining("nested too deeply");
        }
        String nested = "(".repeat(90) + "x" + ")".repeat(90);
        assertThat(Expression.parse("f", nested).at(2)).isEqualTo(2);
    }

    @Test
    void what_has_no_value_is_not_finite_rather_than_an_exception() {
        assertThat(Expression.parse("f", "1/x").at(0)).isInfinite();
        assertThat(Expression.parse("f", "log(x)").at(-1)).isNaN();
        assertThat(Expression.parse("f", "sqrt(x)").at(-1)).isNaN();
        assertThat(Expression.parse("f", "0/0").at(0)).isNaN();
        assertThat(Expression.parse("f", "10^400").at(0)).isInfinite();
        assertThat(Expression.parse("f", "9^9^9^9^9").at(0)).isInfinite();
        assertThat(Expression.parse("f", "9".repeat(400)).at(0)).isInfinite();
        assertThat(Expression.parse("f", "1e999").at(0)).isInfinite();
    }

    @Test
    void only_a_formula_without_x_is_constant() {
        assertThat(Expression.parse("f", "5*pi").constant()).isTrue();
        assertThat(Expression.parse("f", "0*x").constant()).isFalse();
        assertThat(Expression.parse("f", "max(1, exp(2))").constant()).isTrue();
    }
}
