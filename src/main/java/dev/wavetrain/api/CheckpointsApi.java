package dev.wavetrain.api;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Checkpoints", description = "Saved weights and what they predict.")
class CheckpointsApi {

    private static final String DAMAGED =
            "The saved weights are damaged: their checksum does not match.";

    private final RunCheckpoints checkpoints;
    private final CurrentCaller caller;

    CheckpointsApi(RunCheckpoints checkpoints, CurrentCaller caller) {
        this.checkpoints = checkpoints;
        this.caller = caller;
    }

    @GetMapping("/runs/{id}/checkpoints")
    @Operation(summary = "A run's checkpoints by epoch")
    List<CheckpointJson> list(@PathVariable String id) {
        return checkpoints.list(caller.get(), Ids.run(id)).stream()
                .map(CheckpointJson::of)
                .toList();
    }

    @GetMapping("/checkpoints/{id}/weights")
    @Operation(summary = "The saved model as a file, DL4J's zip")
    @ApiResponse(
            responseCode = "200",
            description = "The file; its ETag is its sha256.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "304",
            description = "The caller has it, by If-None-Match.",
            content = @Content)
    @ApiResponse(responseCode = "409", description = DAMAGED)
    @Nullable ResponseEntity<byte[]> weights(@PathVariable String id, WebRequest request) {
        Caller asking = caller.get();
        CheckpointDetails found = checkpoints.find(asking, Ids.checkpoint(id));
        if (request.checkNotModified("\"" + found.sha256() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .eTag("\"" + found.sha256() + "\"")
                .contentType(new MediaType("application", "zip"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-epoch-%d.zip\""
                                .formatted(found.run(), found.epoch()))
                .body(checkpoints.weights(asking, found.id()));
    }

    @GetMapping("/checkpoints/{id}/onnx")
    @Operation(
            summary = "The saved model as an ONNX file",
            description =
                    "Of standard operators alone, batches first, in the data's own units. A"
                            + " network with a decoder has a second input, `decoder_input`.")
    @ApiResponse(
            responseCode = "200",
            description = "The file.",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "409", description = DAMAGED)
    ResponseEntity<byte[]> onnx(@PathVariable String id) {
        Caller asking = caller.get();
        CheckpointDetails found = checkpoints.find(asking, Ids.checkpoint(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s-epoch-%d.onnx\""
                                .formatted(found.run(), found.epoch()))
                .body(checkpoints.onnx(asking, found.id()));
    }

    @PostMapping("/checkpoints/{id}/evaluations")
    @Operation(
            summary = "Try a saved model on its own data or on other",
            description =
                    "Sample indices count from 0 along the series. The same question gives the"
                            + " stored answer.")
    @ApiResponse(responseCode = "201", description = "Tried.")
    @ApiResponse(responseCode = "409", description = DAMAGED)
    @ApiResponse(
            responseCode = "503",
            description = "Too many are being worked out; Retry-After says when to ask again.")
    ResponseEntity<EvaluationJson> evaluate(
            @PathVariable String id, @RequestBody NewEvaluation asked) {
        EvaluationRequest request = asked.request();
        EvaluationDetails answer =
                checkpoints.evaluate(caller.get(), Ids.checkpoint(id), request, asked.sequence());
        return ResponseEntity.status(HttpStatus.CREATED).body(EvaluationJson.of(answer, request));
    }

    @PostMapping("/checkpoints/{id}/runs")
    @Operation(
            summary = "Train on from a checkpoint's weights",
            description =
                    "A new run of the same definition, whose `parent` is the checkpoint. It begins"
                            + " with the weights, and with the state of their optimizer where it is"
                            + " of the same kind and was saved with them. Its epochs count from 1.")
    @ApiResponse(responseCode = "202", description = "Queued.")
    @ApiResponse(
            responseCode = "409",
            description =
                    "The weights are damaged, the experiment is archived, or the key names another"
                            + " run.")
    ResponseEntity<RunJson> trainOn(
            @PathVariable String id,
            @Parameter(description = "The same key again gives the same run.")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable String key,
            @RequestBody NewTrainOn asked) {
        RunDetails run = checkpoints.trainOn(caller.get(), Ids.checkpoint(id), asked.request(key));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/runs/" + run.id()))
                .body(RunJson.of(run));
    }
}
