package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.runs.filter.FilterFields;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

class SettingTest {

    private static final List<String> ONLY_HOLD_OTHERS =
            List.of(
                    "sequence",
                    "network",
                    "training",
                    "sequence.input",
                    "training.optimizer",
                    "training.checkpoints");

    @Test
    void each_field_is_a_row_and_each_entry_of_a_list() {
        JsonNode definition =
                JsonMapper.shared()
                        .readTree(
                                """
                                {"network": {"cell": "GRU", "units": [64, 8], "on": true, "no": null}}
                                """);
        assertThat(Setting.all(definition))
                .containsExactly(
                        new Setting("network", 0, null, null),
                        new Setting("network.cell", 0, "gru", null),
                        new Setting("network.units", 0, "64", 64.0),
                        new Setting("network.units", 1, "8", 8.0),
                        new Setting("network.on", 0, "true", null));
    }

    /** A new field of the definition has to be named in {@link FilterFields} and in filter.md. */
    @Test
    void every_field_of_every_preset_can_be_filtered_by() {
        for (Preset preset : Presets.all()) {
            for (String kind : List.of("SGD", "ADAM", "RMSPROP")) {
                Map<String, JsonNode> change =
                        Map.of("training.optimizer.kind", StringNode.valueOf(kind));
                JsonNode json =
                        DefinitionJson.write(DefinitionJson.override(preset.definition(), change));
                assertThat(Setting.all(json))
                        .extracting(Setting::path)
                        .filteredOn(path -> !ONLY_HOLD_OTHERS.contains(path))
                        .allSatisfy(path ->
                                assertThat(FilterFields.find(path))
                                        .hasValueSatisfying(
                                                field -> assertThat(field.name()).isEqualTo(path)));
            }
        }
    }
}
