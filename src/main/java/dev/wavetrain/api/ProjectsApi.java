package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.sharing.ProjectBin;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects", description = "What holds experiments and runs, and who sees them.")
class ProjectsApi {

    /** A project as its member sees it. */
    @Schema(name = "Project")
    record ProjectJson(
            UUID id,
            String name,
            @Schema(description = "Whether it came with an account and has no other members.")
                    boolean personal,
            @Schema(description = "What the caller may do there.") MemberRole role,
            @Schema(description = "How many members it has.") int members,
            Instant createdAt) {

        static ProjectJson of(ProjectDetails project) {
            return new ProjectJson(
                    project.id().value(),
                    project.name(),
                    project.personal(),
                    project.role(),
                    project.members(),
                    project.createdAt());
        }
    }

    @Schema(name = "ProjectName")
    record ProjectName(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ProjectName read(JsonNode json) {
            Body body = Body.of(json);
            ProjectName name = new ProjectName(body.requiredText("name"));
            body.check();
            return name;
        }
    }

    private final Projects projects;
    private final ProjectBin bin;
    private final CurrentCaller caller;

    ProjectsApi(Projects projects, ProjectBin bin, CurrentCaller caller) {
        this.projects = projects;
        this.bin = bin;
        this.caller = caller;
    }

    @PostMapping
    @Operation(summary = "Make a project, with oneself as its admin")
    @ApiResponse(responseCode = "201", description = "Made.")
    ResponseEntity<ProjectJson> make(@RequestBody ProjectName asked) {
        ProjectDetails made = projects.create(caller.get(), asked.name());
        return ResponseEntity.created(URI.create("/api/v1/projects/" + made.id()))
                .body(ProjectJson.of(made));
    }

    @GetMapping
    @Operation(summary = "My projects, my own first")
    List<ProjectJson> list() {
        return projects.list(caller.get()).stream().map(ProjectJson::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "One project")
    ProjectJson find(@PathVariable String id) {
        return ProjectJson.of(projects.find(caller.get(), Ids.project(id)));
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Rename a project")
    ProjectJson rename(@PathVariable String id, @RequestBody ProjectName asked) {
        return ProjectJson.of(projects.rename(caller.get(), Ids.project(id), asked.name()));
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Put a project into the bin, with all that is in it",
            description = "What trains in it is cancelled. Its admins can restore it.")
    @ApiResponse(responseCode = "204", description = "In the bin.")
    @ApiResponse(responseCode = "409", description = "It is a personal project.")
    ResponseEntity<Void> delete(@PathVariable String id) {
        bin.delete(caller.get(), Ids.project(id));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/{id}/restore")
    @Operation(summary = "Take a project out of the bin")
    @ApiResponse(responseCode = "200", description = "Restored.")
    @ApiResponse(responseCode = "409", description = "It is not in the bin.")
    ProjectJson restore(@PathVariable String id) {
        bin.restore(caller.get(), Ids.project(id));
        return ProjectJson.of(projects.find(caller.get(), Ids.project(id)));
    }

    @PostMapping("/{id}/purge")
    @Operation(summary = "Delete a project in the bin for good, with all that is in it")
    @ApiResponse(responseCode = "204", description = "Gone.")
    @ApiResponse(
            responseCode = "409",
            description = "It is not in the bin, or a run in it has not stopped yet.")
    ResponseEntity<Void> purge(@PathVariable String id) {
        bin.purge(caller.get(), Ids.project(id));
        return ResponseEntity.noContent().build();
    }
}
