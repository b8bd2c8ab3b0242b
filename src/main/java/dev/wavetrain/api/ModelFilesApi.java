package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.runs.ModelUploads;
import dev.wavetrain.runs.RunDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Checkpoints")
class ModelFilesApi {

    static final String PATH = "/api/v1/checkpoints";

    private final ModelUploads uploads;
    private final CurrentCaller caller;

    ModelFilesApi(ModelUploads uploads, CurrentCaller caller) {
        this.uploads = uploads;
        this.caller = caller;
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Upload a model that was trained elsewhere",
            description =
                    "A DL4J zip, a Keras `.keras` or `.h5` file, or a checkpoint downloaded from"
                            + " Wavetrain. It becomes a COMPLETED run with no epochs and one"
                            + " checkpoint, of epoch 0, whose losses are measured on the"
                            + " experiment's data. A file that is wrong anywhere, or whose layers"
                            + " are not supported, is refused whole.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schemaProperties = {
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        format = "binary")),
                                                @SchemaProperty(
                                                        name = "project",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        description =
                                                                                "Of the new"
                                                                                        + " experiment;"
                                                                                        + " one's own,"
                                                                                        + " where left"
                                                                                        + " out.")),
                                                @SchemaProperty(
                                                        name = "experiment",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        description =
                                                                                "One that is"
                                                                                        + " there, with"
                                                                                        + " the same"
                                                                                        + " network; a"
                                                                                        + " new one,"
                                                                                        + " where left"
                                                                                        + " out.")),
                                                @SchemaProperty(
                                                        name = "name",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        description =
                                                                                "The file's, where"
                                                                                        + " left"
                                                                                        + " out.")),
                                                @SchemaProperty(
                                                        name = "sequence",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        description =
                                                                                "JSON as in a"
                                                                                        + " definition:"
                                                                                        + " what a new"
                                                                                        + " experiment"
                                                                                        + " is about;"
                                                                                        + " the wave of"
                                                                                        + " a built-in"
                                                                                        + " one, where"
                                                                                        + " left"
                                                                                        + " out."))
                                            })))
    @ApiResponse(responseCode = "201", description = "The run.")
    @ApiResponse(responseCode = "400", description = "The file or a field is refused.")
    @ApiResponse(responseCode = "403", description = "The caller only views the project.")
    @ApiResponse(
            responseCode = "404",
            description = "There is no such project or experiment for the caller.")
    @ApiResponse(responseCode = "409", description = "The experiment is archived.")
    @ApiResponse(
            responseCode = "413",
            description = "The file is larger than `wavetrain.model-files.most-upload`.")
    @ApiResponse(responseCode = "415", description = "The body is not multipart/form-data.")
    @ApiResponse(responseCode = "503", description = "Others are at it: Retry-After says when.")
    ResponseEntity<RunJson> upload(@Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Caller asking = caller.get();
        try (SentModel sent = SentModel.read(request, uploads)) {
            RunDetails run = uploads.add(asking, sent.file(), sent.asked(asking));
            return ResponseEntity.created(URI.create("/api/v1/runs/" + run.id()))
                    .body(RunJson.of(run));
        }
    }
}
