package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.compare.ComparedMetric;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompareAddressTest {

    private static final RunId ONE = new RunId(UUID.randomUUID());
    private static final RunId OTHER = new RunId(UUID.randomUUID());

    @Test
    void an_address_says_how_one_looks_at_which_runs() {
        CompareAddress address =
                CompareAddress.of(List.of(ONE, OTHER))
                        .at(CompareAddress.Tab.INFLUENCE)
                        .drawing("loss", CompareAddress.Along.TIME)
                        .sorted("-seconds")
                        .holding("training.epochs", ComparedMetric.LOSS);

        assertThat(CompareAddress.of(address.parameters())).isEqualTo(address);
        assertThat(CompareAddress.of(address.without(ONE).parameters()).runs())
                .containsExactly(OTHER);
    }

    @Test
    void what_is_usual_is_not_said() {
        assertThat(CompareAddress.of(List.of(ONE, OTHER)).parameters().getParameters())
                .containsOnlyKeys("runs");
    }

    @Test
    void what_is_wrong_is_counted_or_has_its_usual_value() {
        CompareAddress odd =
                CompareAddress.of(
                        QueryParameters.fromString(
                                "runs="
                                        + ONE
                                        + ",,x,%3Cb%3E,"
                                        + ONE
                                        + "&tab=nowhere&x=EPOCH&curve=accuracy&metric=-1"));

        assertThat(odd.runs()).containsExactly(ONE);
        assertThat(odd.unknown()).isEqualTo(2);
        assertThat(odd.tab()).isEqualTo(CompareAddress.Tab.RESULTS);
        assertThat(odd.curve()).isEmpty();
        assertThat(odd.metric()).isEqualTo(ComparedMetric.BEST_VAL_LOSS);
        assertThat(CompareAddress.of(QueryParameters.empty()).runs()).isEmpty();
    }
}
