package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.RunId;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.LabResults;
import dev.wavetrain.lab.Subject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/lab")
@Tag(name = "Lab", description = "Saved models side by side on any data, and what was kept of it.")
class LabApi {

    /** Longer than anybody waits for an answer. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final String BUSY =
            "Too many are being worked out, or a sweep was not done within a minute; Retry-After"
                    + " says when to ask again.";

    @Schema(name = "LabResultName")
    record NewName(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static NewName read(JsonNode json) {
            Body body = Body.of(json);
            NewName name = new NewName(body.requiredText("name"));
            body.check();
            return name;
        }
    }

    @Schema(name = "LabFindings")
    record Findings(List<LabFindingJson> findings) {

        static Findings of(List<Finding> found, LabQuestion asked, Instant when) {
            return new Findings(
                    found.stream().map(one -> LabFindingJson.of(one, asked, when)).toList());
        }
    }

    private final Lab lab;
    private final LabResults results;
    private final CurrentCaller caller;
    private final Clock clock;

    LabApi(Lab lab, LabResults results, CurrentCaller caller, Clock clock) {
        this.lab = lab;
        this.results = results;
        this.caller = caller;
        this.clock = clock;
    }

    @PostMapping("/sweeps")
    @Operation(summary = "Try saved models at several values of one number of their wave")
    @ApiResponse(responseCode = "200", description = "The curve of each. Nothing is kept.")
    @ApiResponse(responseCode = "404", description = "A checkpoint does not exist.")
    @ApiResponse(responseCode = "409", description = "The saved weights of one are damaged.")
    @ApiResponse(responseCode = "503", description = BUSY)
    Findings sweep(@RequestBody NewLabTrial asked) {
        Caller asking = caller.get();
        if (asked.sweep() == null) {
            throw new InvalidValue(new FieldError("sweep", Rule.REQUIRED));
        }
        LabQuestion question = asked.question();
        return Findings.of(
                found(asking, subjects(asking, asked), question), question, clock.instant());
    }

    @PostMapping("/results")
    @Operation(
            summary = "Try saved models on the same data and keep what they come to",
            description = "One forecast of each, or a sweep.")
    @ApiResponse(responseCode = "201", description = "Kept.")
    @ApiResponse(responseCode = "403", description = "The caller only views a run's project.")
    @ApiResponse(responseCode = "404", description = "A checkpoint does not exist.")
    @ApiResponse(responseCode = "409", description = "The saved weights of one are damaged.")
    @ApiResponse(responseCode = "503", description = BUSY)
    ResponseEntity<LabResultJson> keep(@RequestBody NewLabTrial asked) {
        Caller asking = caller.get();
        List<Subject> subjects = subjects(asking, asked);
        subjects.forEach(one -> asking.mustChange(one.run().project()));
        String name = asked.name();
        if (name == null) {
            throw new InvalidValue(new FieldError("name", Rule.REQUIRED));
        }
        LabQuestion question = asked.question();
        KeptResult kept = results.keep(asking, name, question, found(asking, subjects, question));
        return ResponseEntity.created(URI.create("/api/v1/lab/results/" + kept.id()))
                .body(LabResultJson.of(kept));
    }

    @GetMapping("/results")
    @Operation(summary = "Kept results, the newest first")
    @ApiResponse(responseCode = "200", description = "Those whose runs the caller all sees.")
    @ApiResponse(responseCode = "404", description = "The run does not exist.")
    Listed<LabResultJson> list(
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        RunId of = run == null || run.isBlank() ? null : Ids.run(run.strip());
        return Listed.of(results.list(caller.get(), of, from, most), LabResultJson::of);
    }

    @GetMapping("/results/{id}")
    @Operation(summary = "A kept result")
    @ApiResponse(responseCode = "200", description = "Without its forecasts.")
    LabResultJson find(@PathVariable String id) {
        return LabResultJson.of(results.find(caller.get(), Ids.uuid("kept result", id)));
    }

    @GetMapping("/results/{id}/findings")
    @Operation(summary = "A kept result's forecasts or curves")
    @ApiResponse(responseCode = "200", description = "One a checkpoint.")
    Findings findings(@PathVariable String id) {
        Caller asking = caller.get();
        KeptResult kept = results.find(asking, Ids.uuid("kept result", id));
        return Findings.of(results.findings(asking, kept.id()), kept.question(), kept.createdAt());
    }

    @PatchMapping("/results/{id}")
    @Operation(summary = "Rename a kept result")
    @ApiResponse(responseCode = "200", description = "Renamed.")
    LabResultJson rename(@PathVariable String id, @RequestBody NewName name) {
        return LabResultJson.of(
                results.rename(caller.get(), Ids.uuid("kept result", id), name.name()));
    }

    @DeleteMapping("/results/{id}")
    @Operation(summary = "Delete a kept result; for a day it can be restored")
    @ApiResponse(responseCode = "204", description = "Deleted.")
    ResponseEntity<Void> delete(@PathVariable String id) {
        results.delete(caller.get(), Ids.uuid("kept result", id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/results/{id}/restore")
    @Operation(summary = "Bring back a kept result that was deleted")
    @ApiResponse(responseCode = "200", description = "It is there.")
    LabResultJson restore(@PathVariable String id) {
        return LabResultJson.of(results.restore(caller.get(), Ids.uuid("kept result", id)));
    }

    private List<Subject> subjects(Caller asking, NewLabTrial asked) {
        return asked.ids().stream().map(id -> lab.subject(asking, id)).toList();
    }

    private List<Finding> found(Caller asking, List<Subject> subjects, LabQuestion question) {
        lab.requireShort(subjects, question);
        Instant end = clock.instant().plus(LONGEST);
        List<Finding> found = new ArrayList<>();
        for (Subject subject : subjects) {
            if (question.sweep() == null) {
                found.add(Finding.of(subject, lab.forecast(asking, subject, question)));
            } else {
                found.add(
                        Finding.of(
                                subject,
                                lab.sweep(asking, subject, question, () -> late(end), done -> {})));
            }
        }
        return found;
    }

    /** What was asked is not too much: it is this server that has too much to do. */
    private boolean late(Instant end) {
        if (clock.instant().isAfter(end)) {
            throw new Busy(
                    "The sweep was not done within %d s, as other work goes on: try again later, or ask for fewer values or checkpoints."
                            .formatted(LONGEST.toSeconds()),
                    LONGEST);
        }
        return false;
    }
}
