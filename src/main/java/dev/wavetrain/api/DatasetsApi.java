package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.data.DatasetImport;
import dev.wavetrain.data.Datasets;
import dev.wavetrain.sharing.Bin;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
@RequestMapping(DatasetsApi.PATH)
@Tag(name = "Data sets", description = "Tables of numbers to learn from.")
class DatasetsApi {

    static final String PATH = "/api/v1/datasets";

    private final Datasets datasets;
    private final DatasetImport imports;
    private final Bin bin;
    private final CurrentCaller caller;

    DatasetsApi(Datasets datasets, DatasetImport imports, Bin bin, CurrentCaller caller) {
        this.datasets = datasets;
        this.imports = imports;
        this.bin = bin;
        this.caller = caller;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Add a CSV file as a data set",
            description =
                    "Encoding, separator, decimal sign and header are found out where they are not"
                            + " said. A file that is wrong anywhere is refused whole; `errors` says"
                            + " at which line and column.",
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
                                                                                "One's own, where"
                                                                                        + " left"
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
                                                        name = "encoding",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        allowableValues = {
                                                                            "UTF_8",
                                                                            "SHIFT_JIS",
                                                                            "WINDOWS_1252",
                                                                            "UTF_16LE",
                                                                            "UTF_16BE"
                                                                        })),
                                                @SchemaProperty(
                                                        name = "separator",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        allowableValues = {
                                                                            "COMMA",
                                                                            "SEMICOLON",
                                                                            "TAB",
                                                                            "BAR"
                                                                        })),
                                                @SchemaProperty(
                                                        name = "decimal",
                                                        schema =
                                                                @Schema(
                                                                        type = "string",
                                                                        allowableValues = {
                                                                            "POINT", "COMMA"
                                                                        })),
                                                @SchemaProperty(
                                                        name = "header",
                                                        schema = @Schema(type = "boolean"))
                                            })))
    @ApiResponse(responseCode = "201", description = "Added.")
    @ApiResponse(responseCode = "400", description = "The file or a field is refused.")
    @ApiResponse(responseCode = "403", description = "The caller only views the project.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    @ApiResponse(
            responseCode = "413",
            description = "The file is larger than `wavetrain.data-sets.most-upload`.")
    @ApiResponse(responseCode = "415", description = "The body is not multipart/form-data.")
    @ApiResponse(responseCode = "503", description = "Others are at it: Retry-After says when.")
    ResponseEntity<DatasetJson> add(@Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Caller asking = caller.get();
        try (NewDataset sent = NewDataset.read(request, imports)) {
            ProjectId project =
                    Objects.requireNonNullElse(Ids.projectOrAll(sent.project()), asking.home());
            DatasetId id =
                    imports.add(
                            asking,
                            project,
                            sent.upload(),
                            sent.name(),
                            sent.format(),
                            share -> {});
            return ResponseEntity.created(URI.create(PATH + "/" + id))
                    .body(DatasetJson.of(datasets.find(asking, id)));
        }
    }

    @GetMapping
    @Operation(summary = "Data sets, the newest first")
    @ApiResponse(responseCode = "200", description = "One page of them.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    Listed<DatasetJson> list(
            @Parameter(description = "The id of a project: those in it alone.")
                    @RequestParam(required = false)
                    @Nullable String project,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        Page<Dataset> found = datasets.list(caller.get(), Ids.projectOrAll(project), from, most);
        return Listed.of(found, DatasetJson::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "One data set, with the facts of its columns")
    DatasetJson find(@PathVariable String id) {
        return DatasetJson.of(datasets.find(caller.get(), Ids.dataset(id)));
    }

    /** What can be changed of a data set. */
    @Schema(name = "DatasetChanges")
    record Changes(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Changes read(JsonNode json) {
            Body body = Body.of(json);
            Changes changes = new Changes(body.requiredText("name"));
            body.check();
            return changes;
        }
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Give a data set another name")
    @ApiResponse(responseCode = "200", description = "Renamed.")
    DatasetJson rename(@PathVariable String id, @RequestBody Changes changes) {
        return DatasetJson.of(datasets.rename(caller.get(), Ids.dataset(id), changes.name()));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Put a data set into the bin",
            description = "Runs that were made with it can still be tried on it.")
    @ApiResponse(responseCode = "204", description = "In the bin.")
    @ApiResponse(responseCode = "403", description = "Only the project's admins may.")
    @ApiResponse(
            responseCode = "409",
            description = "Experiments learn from it: detail says which.")
    ResponseEntity<Void> delete(@PathVariable String id) {
        datasets.delete(caller.get(), Ids.dataset(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Take a data set out of the bin")
    @ApiResponse(responseCode = "200", description = "Restored.")
    @ApiResponse(responseCode = "403", description = "Only the project's admins may.")
    DatasetJson restore(@PathVariable String id) {
        return DatasetJson.of(datasets.restore(caller.get(), Ids.dataset(id)));
    }

    @PostMapping("/{id}/purge")
    @Operation(summary = "Delete a data set in the bin for good")
    @ApiResponse(responseCode = "204", description = "Gone.")
    @ApiResponse(responseCode = "403", description = "Only the project's admins may.")
    @ApiResponse(
            responseCode = "409",
            description = "It is not in the bin, or runs that have not stopped need it.")
    ResponseEntity<Void> purge(@PathVariable String id) {
        bin.purge(caller.get(), Ids.dataset(id));
        return ResponseEntity.noContent().build();
    }
}
