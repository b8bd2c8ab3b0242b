package dev.wavetrain.runs.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {

    private static final KnownValues KNOWN =
            field -> field.name().equals("tag") ? List.of("baseline", "two words") : List.of();

    /** The caret is where | stands. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "sta|; state; started",
                "|; state; name",
                "val_|; val_loss; best_val_loss",
                "training.opt|; training.optimizer.kind; training.optimizer.learningRate",
                "state |; =; !=",
                "state = |; QUEUED; RUNNING",
                "state = run|; RUNNING; ",
                "state != FAILED |; and; or",
                "state in (FAILED, c|; COMPLETED; CANCELLED",
                "state in (FAILED |; `,`; )",
                "cell = GRU and ta|; tag; task",
                "tag = |; baseline; two words",
                "tag = w|; two words; ",
                "tag = \"two|; two words; ",
                "(cell = GRU |; and; or",
                "loss |; <; <=",
                "loss is |; empty; not empty",
                "loss is not |; empty; ",
                "name not |; contains; in (",
                "started > |; 1h; 1d",
                "not |; state; name",
                "damped an|; and; ",
                "earlyStopping |; is empty; is not empty",
            })
    void offered_first_and_second_is(String written, String first, String second) {
        List<String> labels = offers(written).stream().map(Offer::label).toList();
        assertThat(labels).as(written).isNotEmpty();
        assertThat(labels.getFirst()).isEqualTo(first);
        assertThat(labels.size() > 1 ? labels.get(1) : null).isEqualTo(second);
    }

    @Test
    void taking_an_offer_replaces_the_word_at_the_caret() {
        assertThat(taken("st|ar > 2d")).isEqualTo("state  > 2d");
        assertThat(taken("tag = w|")).isEqualTo("tag = \"two words\" ");
        assertThat(taken("😀 and cel|")).isEqualTo("😀 and cell ");
        assertThat(taken("cell in (|")).isEqualTo("cell in (SIMPLE_RNN");
    }

    @Test
    void what_is_offered_one_after_the_other_is_a_filter() {
        String written = "";
        for (int i = 0; i < 40; i++) {
            List<Offer> offers = offers(written + "|");
            if (offers.isEmpty()) {
                written += "x ";
                continue;
            }
            written = taken(written + "|", offers.get(i % offers.size()));
            assertThat(written).hasSizeLessThan(FilterParser.LONGEST);
        }
        assertThat(offers("cell = GRU|")).isEmpty();
    }

    @Test
    void a_shortcut_puts_its_clause_in_and_takes_it_out() {
        FilterClause state = new FilterClause("state");
        assertThat(state.put("", "FAILED")).isEqualTo("state = FAILED");
        assertThat(state.put("damped", "FAILED")).isEqualTo("damped and state = FAILED");
        assertThat(state.put("a or b", "FAILED")).isEqualTo("(a or b) and state = FAILED");
        assertThat(state.put("(a or b) c", "FAILED")).isEqualTo("(a or b) c and state = FAILED");
        assertThat(state.put("state=RUNNING and loss<1", "FAILED"))
                .isEqualTo("loss<1 and state = FAILED");
        assertThat(state.put("loss < 1 and state = FAILED", null)).isEqualTo("loss < 1");
        assertThat(state.put("a and state = FAILED and b", null)).isEqualTo("a and b");
        assertThat(state.put("not state = FAILED", null)).isEqualTo("not state = FAILED");
        assertThat(state.put("a and (state = FAILED or b)", null))
                .isEqualTo("a and (state = FAILED or b)");
        assertThat(state.put("loss <", null)).isEqualTo("loss <");
        assertThat(state.in("loss < 1 and state = failed")).contains("failed");
        assertThat(state.in("loss < 1 or state = failed")).isEmpty();
        assertThat(state.in("(state = failed)")).isEmpty();
        assertThat(FilterParser.parse(state.put("a or b", "FAILED"), Instant.EPOCH)).isNotNull();
    }

    @Test
    void a_field_is_known_by_all_of_its_names() {
        FilterClause favourite = new FilterClause("favourite");
        assertThat(favourite.in("favorite = true")).contains("true");
        assertThat(favourite.put("damped and favorite = true", null)).isEqualTo("damped");
    }

    @Test
    void a_run_may_need_two_tags_and_no_group() {
        FilterClause tag = new FilterClause("tag");
        assertThat(tag.add("tag = baseline", "late night"))
                .isEqualTo("tag = baseline and tag = \"late night\"");
        assertThat(tag.add("a or b", "late")).isEqualTo("(a or b) and tag = late");
        assertThat(tag.add(" ", "late")).isEqualTo("tag = late");
        assertThat(new FilterClause("group").addEmpty("a or b"))
                .isEqualTo("(a or b) and group is empty");
        assertThat(new FilterClause("group").addEmpty("")).isEqualTo("group is empty");
    }

    private static List<Offer> offers(String written) {
        int caret = written.indexOf('|');
        return Completion.at(written.replace("|", ""), caret, KNOWN);
    }

    private static String taken(String written) {
        return taken(written, offers(written).getFirst());
    }

    private static String taken(String written, Offer offer) {
        String text = written.replace("|", "");
        return text.substring(0, offer.from()) + offer.text() + text.substring(offer.to());
    }
}
