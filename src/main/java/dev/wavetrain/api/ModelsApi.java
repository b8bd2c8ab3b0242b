package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.registry.ModelKeeping;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.registry.NamedModels;
import dev.wavetrain.registry.Predictions;
import dev.wavetrain.registry.Promotions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ModelsApi.PATH)
@Tag(name = "Models", description = "Saved weights that are served by name.")
class ModelsApi {

    static final String PATH = "/api/v1/models";

    static final String SEVERAL =
            "Several projects have a model of this name: say which by `project`.";

    private final NamedModels models;
    private final Promotions promotions;
    private final ModelKeeping keeping;
    private final Predictions predictions;
    private final CurrentCaller caller;

    ModelsApi(
            NamedModels models,
            Promotions promotions,
            ModelKeeping keeping,
            Predictions predictions,
            CurrentCaller caller) {
        this.models = models;
        this.promotions = promotions;
        this.keeping = keeping;
        this.predictions = predictions;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "Named models by name")
    @ApiResponse(responseCode = "200", description = "Found.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    Listed<ModelJson> list(
            @RequestParam(required = false) @Nullable String project,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int number = parameters.page(page);
        int items = parameters.size(size);
        parameters.check();
        return Listed.of(
                models.list(caller.get(), Ids.projectOrAll(project), number, items), ModelJson::of);
    }

    @PostMapping
    @Operation(
            summary = "Promote a checkpoint to a new named model",
            description = "The model is in the project of the checkpoint's run.")
    @ApiResponse(responseCode = "201", description = "Made.")
    @ApiResponse(responseCode = "403", description = "The caller only views the project.")
    @ApiResponse(responseCode = "404", description = "There is no such checkpoint for the caller.")
    @ApiResponse(
            responseCode = "409",
            description = "The weights are damaged, or the run is in the bin.")
    ResponseEntity<ModelJson> make(@RequestBody NewModel asked) {
        NamedModel made =
                promotions.create(
                        caller.get(),
                        asked.name(),
                        Ids.checkpoint(asked.checkpoint()),
                        asked.version().promotion());
        return ResponseEntity.created(
                        URI.create(PATH + "/" + made.name() + "?project=" + made.project()))
                .body(ModelJson.of(made));
    }

    @GetMapping("/{name}")
    @Operation(summary = "A named model")
    @ApiResponse(responseCode = "200", description = "Found.")
    @ApiResponse(responseCode = "409", description = SEVERAL)
    ModelJson find(
            @PathVariable String name, @RequestParam(required = false) @Nullable String project) {
        return ModelJson.of(model(name, project));
    }

    @DeleteMapping("/{name}")
    @Operation(summary = "Delete a named model with all its versions, for good")
    @ApiResponse(responseCode = "204", description = "Deleted.")
    @ApiResponse(responseCode = "409", description = SEVERAL)
    ResponseEntity<Void> delete(
            @PathVariable String name, @RequestParam(required = false) @Nullable String project) {
        keeping.delete(caller.get(), model(name, project).id());
        return ResponseEntity.noContent().build();
    }

    @PutMapping("/{name}/aliases/{alias}")
    @Operation(summary = "Make an alias name a version, whatever it named before")
    @ApiResponse(responseCode = "200", description = "It names the version now.")
    @ApiResponse(responseCode = "409", description = SEVERAL)
    ModelJson point(
            @PathVariable String name,
            @PathVariable String alias,
            @RequestParam(required = false) @Nullable String project,
            @RequestBody AliasMove asked) {
        Caller asking = caller.get();
        NamedModel model = model(asking, name, project);
        var _ = keeping.point(asking, model.id(), alias, asked.version());
        return ModelJson.of(models.find(asking, model.id()));
    }

    @DeleteMapping("/{name}/aliases/{alias}")
    @Operation(summary = "Remove an alias; its version stays")
    @ApiResponse(responseCode = "204", description = "Removed.")
    @ApiResponse(responseCode = "409", description = SEVERAL)
    ResponseEntity<Void> removeAlias(
            @PathVariable String name,
            @PathVariable String alias,
            @RequestParam(required = false) @Nullable String project) {
        keeping.removeAlias(caller.get(), model(name, project).id(), alias);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{name}@{reference}/predict")
    @Operation(
            summary = "Ask a model",
            description =
                    "By an alias (`wave@champion`) or a version's number (`wave@3`). A model of the"
                            + " next step or value goes on from the window by itself, each value"
                            + " fed back; one that translates answers what the window becomes.")
    @ApiResponse(responseCode = "200", description = "Answered.")
    @ApiResponse(
            responseCode = "409",
            description = "The version's weights are damaged, or: " + SEVERAL)
    @ApiResponse(
            responseCode = "503",
            description = "Too many are being worked out; Retry-After says when to ask again.")
    PredictionJson predict(
            @PathVariable String name,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String project,
            @RequestBody NewPrediction asked) {
        return PredictionJson.of(
                predictions.predict(
                        caller.get(),
                        name,
                        Ids.projectOrAll(project),
                        reference,
                        asked.question()));
    }

    private NamedModel model(String name, @Nullable String project) {
        return model(caller.get(), name, project);
    }

    private NamedModel model(Caller asking, String name, @Nullable String project) {
        return models.find(asking, name, Ids.projectOrAll(project));
    }
}
