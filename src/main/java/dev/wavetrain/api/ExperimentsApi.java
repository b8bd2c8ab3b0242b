package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.sharing.Bin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
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
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/experiments")
@Tag(name = "Experiments", description = "What to train: definitions with their versions.")
class ExperimentsApi {

    private final ExperimentService experiments;
    private final CurrentCaller caller;
    private final Bin bin;

    ExperimentsApi(ExperimentService experiments, CurrentCaller caller, Bin bin) {
        this.experiments = experiments;
        this.caller = caller;
        this.bin = bin;
    }

    @PostMapping
    @Operation(summary = "Make an experiment, from a definition or a preset")
    @ApiResponse(responseCode = "201", description = "Made.")
    @ApiResponse(responseCode = "403", description = "The caller only views the project.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    ResponseEntity<ExperimentJson> make(@RequestBody NewExperiment asked) {
        Caller asking = caller.get();
        ProjectId project = asked.project() == null ? asking.home() : Ids.project(asked.project());
        ExperimentDetails made =
                asked.preset() == null
                        ? experiments.create(
                                asking,
                                project,
                                asked.ownName(),
                                Objects.requireNonNullElse(asked.description(), ""),
                                asked.ownDefinition())
                        : experiments.createFromPreset(
                                asking, project, asked.preset(), asked.name());
        return ResponseEntity.created(URI.create("/api/v1/experiments/" + made.id()))
                .body(ExperimentJson.of(made));
    }

    @GetMapping
    @Operation(summary = "Experiments, the last changed first")
    @ApiResponse(responseCode = "200", description = "One page of them.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    Listed<ExperimentJson> list(
            @Parameter(description = "The id of a project: those in it alone.")
                    @RequestParam(required = false)
                    @Nullable String project,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        return Listed.of(
                experiments.list(caller.get(), Ids.projectOrAll(project), from, most),
                ExperimentJson::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One experiment")
    ExperimentJson find(@PathVariable String id) {
        return ExperimentJson.of(experiments.find(caller.get(), Ids.experiment(id)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change an experiment; runs keep the version they ran")
    @ApiResponse(responseCode = "200", description = "Changed.")
    @ApiResponse(responseCode = "403", description = "The caller only views the project.")
    @ApiResponse(responseCode = "409", description = "It is archived.")
    ExperimentJson change(@PathVariable String id, @RequestBody ChangedExperiment asked) {
        return ExperimentJson.of(
                experiments.update(
                        caller.get(),
                        Ids.experiment(id),
                        asked.name(),
                        asked.description(),
                        asked.definition()));
    }

    /** Where an experiment is to go. */
    @Schema(name = "Move")
    record Move(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String project) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Move read(JsonNode json) {
            Body body = Body.of(json);
            Move move = new Move(body.requiredText("project"));
            body.check();
            return move;
        }
    }

    @PostMapping("/{id}/move")
    @Operation(summary = "Take an experiment, with its runs, to another project")
    @ApiResponse(responseCode = "200", description = "Moved.")
    @ApiResponse(responseCode = "403", description = "The caller only views one of the two.")
    ExperimentJson move(@PathVariable String id, @RequestBody Move to) {
        return ExperimentJson.of(
                experiments.move(caller.get(), Ids.experiment(id), Ids.project(to.project())));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Archive an experiment; its runs stay")
    @ApiResponse(responseCode = "204", description = "Archived.")
    @ApiResponse(responseCode = "403", description = "Only the project's admins may.")
    ResponseEntity<Void> archive(@PathVariable String id) {
        experiments.archive(caller.get(), Ids.experiment(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Take an experiment out of the archive")
    @ApiResponse(responseCode = "200", description = "Restored.")
    @ApiResponse(responseCode = "403", description = "Only the project's admins may.")
    ExperimentJson restore(@PathVariable String id) {
        experiments.unarchive(caller.get(), Ids.experiment(id));
        return ExperimentJson.of(experiments.find(caller.get(), Ids.experiment(id)));
    }

    @PostMapping("/{id}/purge")
    @Operation(
            summary = "Delete an archived experiment for good",
            description = "With all its versions, and its runs in the bin.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    @ApiResponse(responseCode = "403", description = "Only the project's admins may.")
    @ApiResponse(
            responseCode = "409",
            description = "It is not archived, or has runs that are not in the bin.")
    ResponseEntity<Void> purge(@PathVariable String id) {
        bin.purge(caller.get(), Ids.experiment(id));
        return ResponseEntity.noContent().build();
    }
}
