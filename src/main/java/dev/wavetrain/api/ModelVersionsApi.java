package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.registry.ModelKeeping;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.registry.NamedModel;
import dev.wavetrain.registry.NamedModels;
import dev.wavetrain.registry.Promotions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ModelsApi.PATH + "/{name}/versions")
@Tag(name = "Models")
class ModelVersionsApi {

    private final NamedModels models;
    private final Promotions promotions;
    private final ModelKeeping keeping;
    private final CurrentCaller caller;

    ModelVersionsApi(
            NamedModels models, Promotions promotions, ModelKeeping keeping, CurrentCaller caller) {
        this.models = models;
        this.promotions = promotions;
        this.keeping = keeping;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "A model's versions, the newest first")
    @ApiResponse(responseCode = "200", description = "Found.")
    @ApiResponse(responseCode = "409", description = ModelsApi.SEVERAL)
    List<ModelVersionJson> versions(
            @PathVariable String name, @RequestParam(required = false) @Nullable String project) {
        Caller asking = caller.get();
        return models.versions(asking, model(asking, name, project).id()).stream()
                .map(ModelVersionJson::of)
                .toList();
    }

    @PostMapping
    @Operation(summary = "Promote a checkpoint to the next version of a model")
    @ApiResponse(responseCode = "201", description = "Made.")
    @ApiResponse(
            responseCode = "409",
            description =
                    "The weights are damaged, the run is in the bin, or: " + ModelsApi.SEVERAL)
    ResponseEntity<ModelVersionJson> promote(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String project,
            @RequestBody NewModelVersion asked) {
        Caller asking = caller.get();
        NamedModel model = model(asking, name, project);
        ModelVersion made =
                promotions.promote(
                        asking, model.id(), Ids.checkpoint(asked.checkpoint()), asked.promotion());
        return ResponseEntity.created(
                        URI.create(
                                "%s/%s/versions/%d?project=%s"
                                        .formatted(
                                                ModelsApi.PATH,
                                                name,
                                                made.number(),
                                                model.project())))
                .body(ModelVersionJson.of(made));
    }

    @GetMapping("/{version}")
    @Operation(summary = "A version of a model, by its number or an alias")
    @ApiResponse(responseCode = "200", description = "Found.")
    @ApiResponse(responseCode = "409", description = ModelsApi.SEVERAL)
    ModelVersionJson version(
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String project) {
        return ModelVersionJson.of(models.version(model(name, project), version));
    }

    @DeleteMapping("/{version}")
    @Operation(summary = "Delete a version that no alias names, for good")
    @ApiResponse(responseCode = "204", description = "Deleted.")
    @ApiResponse(
            responseCode = "409",
            description = "An alias names it, it is the only version, or: " + ModelsApi.SEVERAL)
    ResponseEntity<Void> deleteVersion(
            @PathVariable String name,
            @PathVariable String version,
            @RequestParam(required = false) @Nullable String project) {
        NamedModel model = model(name, project);
        keeping.deleteVersion(caller.get(), model.id(), models.version(model, version).number());
        return ResponseEntity.noContent().build();
    }

    private NamedModel model(String name, @Nullable String project) {
        return model(caller.get(), name, project);
    }

    private NamedModel model(Caller asking, String name, @Nullable String project) {
        return models.find(asking, name, Ids.projectOrAll(project));
    }
}
