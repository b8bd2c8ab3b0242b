package dev.wavetrain.api;

import dev.wavetrain.api.ProjectsApi.ProjectJson;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.NamelessFile;
import dev.wavetrain.sharing.Archives;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Archives", description = "Whole projects as files.")
class ArchivesApi {

    static final String IMPORT = "/api/v1/projects/import";

    private final Archives archives;
    private final CurrentCaller caller;

    ArchivesApi(Archives archives, CurrentCaller caller) {
        this.archives = archives;
        this.caller = caller;
    }

    @GetMapping("/api/v1/projects/{id}/archive")
    @Operation(
            summary = "A project as one file",
            description =
                    "Experiments with all versions, runs, groups, losses, checkpoints with their"
                            + " weights, notes and tags, data sets, named models and kept results"
                            + " of the lab, as they are at one moment; for the project's admins. What is in the bin is left out.")
    @ApiResponse(
            responseCode = "200",
            description = "A ZIP whose last entry has the checksum of each.",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "403", description = "Only the project's admins may.")
    @ApiResponse(responseCode = "503", description = "Others are at it: Retry-After says when.")
    void export(@PathVariable String id, HttpServletResponse response) throws IOException {
        try (NamelessFile archive = archives.export(caller.get(), Ids.project(id))) {
            response.setContentType("application/zip");
            response.setContentLengthLong(archive.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    "attachment; filename=\"wavetrain-project-" + Ids.project(id) + ".zip\"");
            archive.input(0).transferTo(response.getOutputStream());
        }
    }

    @PostMapping(path = IMPORT, consumes = "application/zip")
    @Operation(
            summary = "Make a project of such a file",
            description =
                    "The caller is its admin and the owner of all in it; everything has new ids."
                            + " Runs that had not ended are CANCELLED. A file that is damaged,"
                            + " changed or too large is refused whole.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201", description = "Made.")
    @ApiResponse(responseCode = "400", description = "The file is refused: detail says why.")
    @ApiResponse(
            responseCode = "413",
            description = "The file is larger than `wavetrain.archive.most-upload`.")
    @ApiResponse(responseCode = "415", description = "The body is not application/zip.")
    @ApiResponse(responseCode = "503", description = "Others are at it: Retry-After says when.")
    ResponseEntity<ProjectJson> read(HttpServletRequest request) throws IOException {
        ProjectJson made =
                ProjectJson.of(archives.importFrom(caller.get(), request.getInputStream()));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + made.id())).body(made);
    }
}
