package dev.wavetrain.api;

import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.Presets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Presets", description = "The built-in experiments.")
class PresetsApi {

    @Schema(name = "Preset")
    record PresetJson(
            @Schema(example = "damped-simple-rnn") String key,
            String name,
            @Schema(description = "The idea it stands for.") String source,
            @Schema(ref = Shape.DEFINITION) JsonNode definition) {}

    @GetMapping("/api/v1/presets")
    @Operation(summary = "The built-in experiments")
    List<PresetJson> list() {
        return Presets.all().stream()
                .map(preset ->
                        new PresetJson(
                                preset.key(),
                                preset.name(),
                                preset.source(),
                                DefinitionJson.write(preset.definition())))
                .toList();
    }
}
