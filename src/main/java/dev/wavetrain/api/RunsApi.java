package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.runs.GroupRequest;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.sharing.Bin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Runs", description = "Training, from the queue to the end.")
class RunsApi {

    private final RunService runs;
    private final RunGroups groups;
    private final Bin bin;
    private final RunsJson json;
    private final CurrentCaller caller;

    RunsApi(RunService runs, RunGroups groups, Bin bin, RunsJson json, CurrentCaller caller) {
        this.runs = runs;
        this.groups = groups;
        this.bin = bin;
        this.json = json;
        this.caller = caller;
    }

    @PostMapping("/experiments/{id}/runs")
    @Operation(summary = "Queue a run of an experiment's newest version")
    @ApiResponse(
            responseCode = "202",
            description = "Queued: the run, or with seeds the group and its runs.",
            content = @Content(schema = @Schema(oneOf = {RunJson.class, GroupRunsJson.class})))
    @ApiResponse(
            responseCode = "409",
            description = "The experiment is archived, or the key names another one's run.")
    ResponseEntity<?> queue(
            @PathVariable String id,
            @Parameter(description = "The same key again gives the same.")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            @RequestBody(required = false) @Nullable NewRun asked) {
        NewRun wanted = Objects.requireNonNullElse(asked, NewRun.PLAIN);
        ExperimentId experiment = Ids.experiment(id);
        return wanted.seeds() == null
                ? queue(experiment, wanted.request(key))
                : queue(experiment, new GroupRequest(wanted.seeds(), wanted.request(key)));
    }

    private ResponseEntity<RunJson> queue(ExperimentId experiment, RunRequest request) {
        RunDetails run = runs.queue(caller.get(), experiment, request);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run.id()))
                .body(json.of(caller.get(), run));
    }

    private ResponseEntity<GroupRunsJson> queue(ExperimentId experiment, GroupRequest request) {
        RunGroup group = groups.queue(caller.get(), experiment, request);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/groups/" + group.details().id()))
                .body(GroupRunsJson.of(group, json.all(caller.get(), group.runs())));
    }

    @GetMapping("/runs")
    @Operation(summary = "Runs, the newest first")
    @ApiResponse(responseCode = "200", description = "One page of them.")
    @ApiResponse(responseCode = "400", description = "The filter or another parameter is wrong.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    Listed<RunJson> list(
            @Parameter(
                            description =
                                    "A filter: `val_loss < 0.01 and (cell = GRU or tag = baseline) and"
                                            + " started > 2d and not state = FAILED`. Bare words must"
                                            + " all occur in name, tags, notes, owner or state. What"
                                            + " cannot be read is a 400 with the `position`."
                                            + " src/docs/filter.md has all of it.",
                            example = "val_loss < 0.01 and cell = GRU")
                    @RequestParam(defaultValue = "")
                    String query,
            @Parameter(description = "A field, descending after a minus.")
                    @RequestParam(defaultValue = RunQuery.NEWEST_FIRST)
                    String sort,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size,
            @Parameter(description = "The id of a project: those in it alone.")
                    @RequestParam(required = false)
                    @Nullable String project,
            @Parameter(description = "Those in the bin instead.") @RequestParam(required = false)
                    @Nullable String deleted,
            @Parameter(description = "The caller's favourites alone.")
                    @RequestParam(required = false)
                    @Nullable String favourite) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        boolean binned = parameters.flag("deleted", deleted);
        boolean starred = parameters.flag("favourite", favourite);
        parameters.check();
        return json.page(
                caller.get(),
                runs.list(
                        caller.get(),
                        new RunQuery(
                                query,
                                sort,
                                from,
                                most,
                                binned,
                                Ids.projectOrAll(project),
                                starred)));
    }

    private RunJson shown(RunDetails run) {
        return json.of(caller.get(), run);
    }

    @GetMapping("/runs/{id}")
    @Operation(summary = "One run, in the bin or not")
    RunJson find(@PathVariable String id) {
        return shown(runs.find(caller.get(), Ids.run(id)));
    }

    @PatchMapping("/runs/{id}")
    @Operation(summary = "Change a run's name, notes or tags")
    RunJson annotate(@PathVariable String id, @RequestBody RunChanges changes) {
        return shown(
                runs.annotate(
                        caller.get(),
                        Ids.run(id),
                        changes.name(),
                        changes.notes(),
                        changes.tags()));
    }

    @PostMapping("/runs/{id}/cancel")
    @Operation(summary = "Stop a run within one batch; what it has stored stays")
    @ApiResponse(responseCode = "202", description = "It stops.")
    @ApiResponse(responseCode = "409", description = "It has ended.")
    ResponseEntity<RunJson> cancel(@PathVariable String id) {
        return ResponseEntity.accepted().body(shown(runs.cancel(caller.get(), Ids.run(id))));
    }

    @PostMapping("/runs/{id}/pause")
    @Operation(
            summary = "Stop a run within one batch, to go on later",
            description =
                    "One that trains is RUNNING, with `pausing` true, until it has stopped; then it"
                            + " is PAUSED and its slot free. It stays so when the server restarts.")
    @ApiResponse(responseCode = "202", description = "It pauses.")
    @ApiResponse(responseCode = "409", description = "It has ended, is paused or being cancelled.")
    ResponseEntity<RunJson> pause(@PathVariable String id) {
        return ResponseEntity.accepted().body(shown(runs.pause(caller.get(), Ids.run(id))));
    }

    @PostMapping("/runs/{id}/resume")
    @Operation(
            summary = "Put a paused run back into the queue",
            description =
                    "It goes on where it stopped, and ends with the same losses and weights as if"
                            + " it had never been paused.")
    @ApiResponse(responseCode = "202", description = "It is queued.")
    @ApiResponse(responseCode = "409", description = "It is not paused.")
    ResponseEntity<RunJson> resume(@PathVariable String id) {
        return ResponseEntity.accepted().body(shown(runs.resume(caller.get(), Ids.run(id))));
    }

    @DeleteMapping("/runs/{id}")
    @Operation(summary = "Put a run into the bin; one that has not ended is stopped")
    @ApiResponse(responseCode = "204", description = "In the bin.")
    ResponseEntity<Void> bin(@PathVariable String id) {
        runs.bin(caller.get(), Ids.run(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/runs/{id}/purge")
    @Operation(
            summary = "Delete a run in the bin for good",
            description = "With all it measured and saved. Runs that began with its weights stay.")
    @ApiResponse(responseCode = "204", description = "Gone.")
    @ApiResponse(responseCode = "409", description = "It is not in the bin, or not stopped yet.")
    ResponseEntity<Void> purge(@PathVariable String id) {
        bin.purge(caller.get(), Ids.run(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/runs/{id}/restore")
    @Operation(summary = "Take a run out of the bin")
    RunJson restore(@PathVariable String id) {
        return shown(runs.restore(caller.get(), Ids.run(id)));
    }
}
