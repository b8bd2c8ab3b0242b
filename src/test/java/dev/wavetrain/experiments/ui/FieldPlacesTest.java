package dev.wavetrain.experiments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldPlacesTest {

    private static final List<String> PATHS =
            List.of("sequence.input.expression", "network.units", "training.batchSize");

    @Test
    void an_error_is_shown_at_its_own_field() {
        assertThat(FieldPlaces.find(PATHS, "training.batchSize")).contains("training.batchSize");
    }

    @Test
    void an_error_of_one_entry_is_shown_at_the_list() {
        assertThat(FieldPlaces.find(PATHS, "network.units[1]")).contains("network.units");
    }

    @Test
    void an_error_of_a_group_is_shown_at_its_first_field() {
        assertThat(FieldPlaces.find(PATHS, "sequence.input")).contains("sequence.input.expression");
    }

    @Test
    void a_field_whose_name_only_begins_alike_is_another_field() {
        assertThat(FieldPlaces.find(PATHS, "training.batch")).isEmpty();
    }
}
