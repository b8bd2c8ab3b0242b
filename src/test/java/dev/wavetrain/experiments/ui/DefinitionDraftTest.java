package dev.wavetrain.experiments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Rule;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.sequence.ColumnSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class DefinitionDraftTest {

    static List<Preset> presets() {
        return Presets.all();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void every_preset_is_a_draft_that_can_be_trained(Preset preset) {
        assertThat(
                        DefinitionDraft.of(
                                DefinitionJson.write(preset.definition()),
                                List.of(),
                                ColumnSource.NONE))
                .isInstanceOfSatisfying(
                        DefinitionDraft.Valid.class,
                        valid -> assertThat(valid.definition()).isEqualTo(preset.definition()));
    }

    @Test
    void what_is_wrong_across_fields_is_found_too() {
        ObjectNode json = DefinitionJson.write(Presets.all().getFirst().definition());
        ((ObjectNode) json.at("/sequence/input")).put("expression", "1/x");
        assertThat(DefinitionDraft.of(json, List.of(), ColumnSource.NONE))
                .isInstanceOfSatisfying(
                        DefinitionDraft.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("sequence.input.expression"));
    }

    @Test
    void a_default_does_not_stand_in_for_an_empty_field_unseen() {
        ObjectNode json = DefinitionJson.write(Presets.all().getFirst().definition());
        ((ObjectNode) json.get("training")).remove("batchSize");
        FieldError empty = new FieldError("training.batchSize", Rule.REQUIRED);
        assertThat(DefinitionDraft.of(json, List.of(empty), ColumnSource.NONE))
                .isEqualTo(new DefinitionDraft.Invalid(List.of(empty)));
    }
}
