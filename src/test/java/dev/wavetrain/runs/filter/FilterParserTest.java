package dev.wavetrain.runs.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void the_example_of_the_documentation_is_read() {
        assertThat(
                        read(
                                "val_loss < 0.01 and (cell = \"GRU\" or tag = baseline)"
                                        + " and started > 2d and not state = FAILED"))
                .isEqualTo(
                        "(val_loss < 0.01 & (network.cell in [gru] | tag in [baseline])"
                                + " & started > 2026-11-19T12:00:00Z & !(state in [failed]))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "``§ all",
                "damped§ 'damped'",
                "damped wave§ ('damped' & 'wave')",
                "-tag:x state:running§ ('-tag:x' & 'state:running')",
                "damped and wave§ ('damped' & 'wave')",
                "a or b c§ ('a' | ('b' & 'c'))",
                "(a or b) c§ (('a' | 'b') & 'c')",
                "not a§ !('a')",
                "not not a§ 'a'",
                "! a§ !('a')",
                "AND_ed§ 'AND_ed'",
                "\"two words\"§ \"two words\"",
                "\"a \\\" quote\"§ \"a \" quote\"",
                "'two words'§ \"two words\"",
                "'; drop table run; --§ ('';' & 'drop' & 'table' & 'run;' & '--')",
                "it's 100% sin-to-cos§ ('it's' & '100%' & 'sin-to-cos')",
                "runs in tokyo§ ('runs' & 'in' & 'tokyo')",
                "what is it§ ('what' & 'is' & 'it')",
                "empty§ 'empty'",
                "減衰　波§ ('減衰' & '波')",
                "loss<1§ loss < 1.0",
                "loss<=1e-3§ loss <= 0.001",
                "LOSS >= .5§ loss >= 0.5",
                "valloss == -2§ val_loss = -2.0",
                "bestValLoss > NaN§ best_val_loss > NaN",
                "loss = infinity§ loss = Infinity",
                "epoch != 3§ !(epoch = 3.0)",
                "epoch <> 3§ !(epoch = 3.0)",
                "seconds > 90§ seconds > 90.0",
                "seconds > 2h§ seconds > 7200.0",
                "duration < 5min§ seconds < 300.0",
                "cell = gru§ network.cell in [gru]",
                "network.cell = 'Simple_RNN'§ network.cell in [simple_rnn]",
                "cell in (GRU, \"lstm\")§ network.cell in [gru, lstm]",
                "cell not in (GRU)§ !(network.cell in [gru])",
                "epoch in (1, 2)§ (epoch = 1.0 | epoch = 2.0)",
                "units > 40§ network.units > 40.0",
                "lr = 1e-2§ training.optimizer.learningRate = 0.01",
                "training.optimizer.kind != ADAM§ !(training.optimizer.kind in [adam])",
                "training.loss = mse§ training.loss in [mse]",
                "tag = Baseline§ tag in [Baseline]",
                "tags ~ base§ tag ~ base",
                "name contains \"Damped Wave\"§ name ~ Damped Wave",
                "name not contains x§ !(name ~ x)",
                "owner = ada§ owner in [ada]",
                "experiment = \"My waves\"§ experiment in [My waves]",
                "group is empty§ group empty",
                "val_loss is not empty§ !(val_loss empty)",
                "earlyStopping is empty§ training.earlyStopping empty",
                "favourite = true§ favourite",
                "favorite = FALSE§ !(favourite)",
                "favourite != false§ !(!(favourite))",
                "started < 2026-11-20§ started < 2026-11-20T00:00:00Z",
                "started > 2026-11-20§ started >= 2026-11-21T00:00:00Z",
                "started <= 2026-11-20§ started < 2026-11-21T00:00:00Z",
                "started >= 2026-11-20§ started >= 2026-11-20T00:00:00Z",
                "started = 2026-11-20§"
                        + " (started >= 2026-11-20T00:00:00Z & started < 2026-11-21T00:00:00Z)",
                "finished < 2026-11-20T09:30:00+09:00§ finished < 2026-11-20T00:30:00Z",
                "queued > 3h§ queued > 2026-11-21T09:00:00Z",
                "queued > 999999w§ queued > 1970-01-01T00:00:00Z",
            })
    void a_filter_means(String written, String meant) {
        assertThat(read(written)).isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            quoteCharacter = '`',
            value = {
                "loss <§ 7§ something is missing after '<'",
                "loss < and x§ 8§ 'and' is not expected",
                "(a or b§ 8§ ')' is missing",
                "a or§ 5§ something is missing after 'or'",
                "or a§ 1§ 'or' is not expected",
                "a)§ 2§ ')' is not expected",
                "( )§ 3§ ')' is not expected",
                "< 3§ 1§ '<' is not expected",
                "loss < 3 < 4§ 10§ '<' is not expected",
                "a, b§ 2§ ',' is not expected",
                "name = \"open§ 8§ a quote is not closed",
                "cell in (§ 10§ something is missing after '('",
                "cell in (GRU,§ 14§ something is missing after ','",
                "cell in (GRU§ 13§ ')' is missing",
                "colour = red§ 1§ there is no field 'colour'",
                "val_los < 1§ 1§ there is no field 'val_los'; perhaps 'val_loss' is meant",
                "training.batchsze = 1§ 1§ there is no field 'training.batchsze'; perhaps"
                        + " 'training.batchSize' is meant",
                "state < RUNNING§ 7§ '<' cannot be asked of 'state'",
                "loss ~ 3§ 6§ '~' cannot be asked of 'loss'",
                "started ~ 3§ 9§ '~' cannot be asked of 'started'",
                "earlyStopping = 3§ 15§ '=' cannot be asked of 'earlyStopping'",
                "earlyStopping in (3)§ 19§ 'training.earlyStopping' can only be asked whether it is"
                        + " empty",
                "cell = GRUU§ 8§ 'GRUU' is no value of 'cell', which is one of SIMPLE_RNN, LSTM, GRU",
                "favourite = yes§ 13§ 'yes' is no value of 'favourite', which is one of true, false",
                "loss < small§ 8§ 'small' is no number, which 'loss' has",
                "loss < 0x10§ 8§ '0x10' is no number, which 'loss' has",
                "loss < 1d§ 8§ '1d' is no number, which 'loss' has",
                "started > soon§ 11§ 'soon' is no time, which 'started' has: write 2d, 3h or"
                        + " 2026-11-21",
                "started > 2026-13-45§ 11§ '2026-13-45' is no time, which 'started' has: write 2d,"
                        + " 3h or 2026-11-21",
                "started > 1234-01-01§ 11§ '1234-01-01' is no time, which 'started' has: write 2d,"
                        + " 3h or 2026-11-21",
                "😀 減衰 = 1§ 3§ there is no field '減衰'",
            })
    void what_is_wrong_is_said_with_its_place(String written, int place, String words) {
        FieldError error = refused(written);
        assertThat(error.field()).isEqualTo("query");
        assertThat(error.rule()).isEqualTo(Rule.SYNTAX);
        assertThat(error.arguments().getFirst()).isEqualTo(place);
        assertThat(error.arguments().get(1)).hasToString(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0007", "\u0000", "name = \"a\u001bb\"", "x and \u007f"})
    void control_characters_are_refused_in_their_place(String text) {
        assertThat(refused(text).arguments().get(0)).isInstanceOf(Integer.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "((a or ", "not (", "a or (b and "})
    @Timeout(10)
    void depth_is_bounded(String beginning) {
        String deep = beginning.repeat(FilterParser.LONGEST / beginning.length());
        assertThat(refused(deep).arguments().get(1)).hasToString("it is nested too deeply");
    }

    @Test
    void length_is_bounded() {
        assertThat(refused("(".repeat(10_000)).rule()).isEqualTo(Rule.TOO_LONG);
        assertThat(refused("a ".repeat(1_000)).arguments().get(1))
                .hasToString("there are more than 60 conditions");
    }

    @Test
    @Timeout(60)
    void whatever_is_written_is_read_or_refused_in_words() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> atoms =
                List.of(
                        "loss",
                        "<",
                        "=",
                        "~",
                        "in",
                        "is",
                        "not",
                        "empty",
                        "(",
                        ")",
                        ",",
                        "and",
                        "or",
                        "GRU",
                        "cell",
                        "\"x\"",
                        "\"",
                        "'",
                        "1",
                        "2d",
                        "!",
                        "started",
                        "\uD800",
                        "\uDC00",
                        "😀",
                        "contains",
                        "\\",
                        "-",
                        ":",
                        "&&",
                        "||");
        for (int i = 0; i < 20_000; i++) {
            String written =
                    Stream.generate(() -> atoms.get(random.nextInt(atoms.size())))
                            .limit(random.nextInt(1, 25))
                            .collect(Collectors.joining(random.nextInt(4) == 0 ? "" : " "));
            try {
                assertThat(FilterParser.parse(written, NOW)).isNotNull();
            } catch (InvalidValue wrong) {
                int place = (int) wrong.errors().getFirst().arguments().getFirst();
                assertThat(place)
                        .as(written)
                        .isBetween(1, written.codePointCount(0, written.length()) + 1);
            }
        }
    }

    @Test
    void every_name_of_a_field_finds_it() {
        for (FilterField field : FilterFields.all()) {
            assertThat(FilterFields.find(field.name())).contains(field);
            assertThat(field.aliases())
                    .allSatisfy(alias -> assertThat(FilterFields.find(alias)).contains(field));
        }
    }

    private static FieldError refused(String written) {
        InvalidValue wrong =
                catchThrowableOfType(InvalidValue.class, () -> FilterParser.parse(written, NOW));
        assertThat(wrong).as(written).isNotNull();
        return wrong.errors().getFirst();
    }

    private static String read(String written) {
        return shown(FilterParser.parse(written, NOW));
    }

    private static String shown(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> parts.isEmpty() ? "all" : joined(parts, " & ");
            case Filter.Any(var parts) -> joined(parts, " | ");
            case Filter.Not(var part) -> "!(" + shown(part) + ")";
            case Filter.Word(var text) -> "'" + text + "'";
            case Filter.Occurs(var text) -> '"' + text + '"';
            case Filter.Number(var field, var operator, var value) ->
                    field.name() + " " + operator.sign() + " " + value;
            case Filter.Moment(var field, var operator, var value) ->
                    field.name() + " " + operator.sign() + " " + value;
            case Filter.OneOf(var field, var values) -> field.name() + " in " + values;
            case Filter.Contains(var field, var part) -> field.name() + " ~ " + part;
            case Filter.Flag(var field) -> field.name();
            case Filter.Empty(var field) -> field.name() + " empty";
        };
    }

    private static String joined(List<Filter> parts, String by) {
        return parts.stream()
                .map(FilterParserTest::shown)
                .collect(Collectors.joining(by, "(", ")"));
    }
}
