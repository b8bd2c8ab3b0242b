package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.ListSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An address says what differs, and is read as it was written. */
class ListAddressTest {

    private static final ListSettings PLAIN = ListSettings.plain(ListColumns.USUAL);
    private static final ListSettings OTHER =
            new ListSettings(
                    "tag = a&b",
                    "best_val_loss",
                    Grouping.GROUP,
                    new ListColumns(
                            List.of(ListColumn.SEED, ListColumn.BEST), List.of(ListColumn.BEST)));

    @Test
    void what_is_as_ever_is_not_said() {
        assertThat(ListAddress.write(PLAIN, PLAIN)).isEmpty();
        assertThat(ListAddress.write(OTHER, OTHER)).isEmpty();
    }

    @Test
    void each_difference_is_read_as_it_was_written() {
        assertThat(read(ListAddress.write(OTHER, PLAIN), PLAIN)).isEqualTo(OTHER);
        assertThat(read(ListAddress.write(PLAIN, OTHER), OTHER)).isEqualTo(PLAIN);
    }

    @Test
    void what_cannot_be_read_is_as_if_it_was_not_there() {
        assertThat(
                        read(
                                Map.of(
                                        "sort", "colour",
                                        "group", "moon",
                                        "columns", "nothing,",
                                        "pinned", "name"),
                                PLAIN))
                .isEqualTo(PLAIN);
    }

    private static ListSettings read(Map<String, String> parameters, ListSettings base) {
        return ListAddress.read(name -> Optional.ofNullable(parameters.get(name)), base);
    }
}
