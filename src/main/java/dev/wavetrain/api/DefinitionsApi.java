package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.experiments.Checked;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.Preview;
import dev.wavetrain.model.ModelSummary;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Definitions", description = "Trying a definition without saving it.")
class DefinitionsApi {

    @Schema(name = "CheckedDefinition")
    record CheckedJson(
            ModelSummary modelSummary,
            Samples samples,
            Preview preview,
            @Schema(description = "What is allowed but tells against it.")
                    List<WarningJson> warnings) {

        static CheckedJson of(Checked checked) {
            return new CheckedJson(
                    checked.modelSummary(),
                    new Samples(checked.train(), checked.validation()),
                    checked.preview(),
                    checked.warnings().stream().map(WarningJson::of).toList());
        }
    }

    @Schema(name = "SampleCounts")
    record Samples(int train, int validation) {}

    private final DataColumns data;
    private final CurrentCaller caller;

    DefinitionsApi(DataColumns data, CurrentCaller caller) {
        this.data = data;
        this.caller = caller;
    }

    @PostMapping("/api/v1/definitions/check")
    @Operation(
            summary = "What a definition comes to, or all that is wrong with it",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(ref = Shape.DEFINITION))))
    CheckedJson check(@RequestBody JsonNode definition) {
        return CheckedJson.of(
                DefinitionCheck.check(DefinitionJson.read(definition), data.seenBy(caller.get())));
    }
}
