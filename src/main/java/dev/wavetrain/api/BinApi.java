package dev.wavetrain.api;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Bin;
import dev.wavetrain.sharing.Bin.Kept;
import dev.wavetrain.sharing.ProjectBin;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/bin")
@Tag(name = "Bin", description = "What was deleted and can be restored for a while.")
class BinApi {

    @Schema(name = "Binned")
    record BinnedJson(
            Act.Kind kind,
            UUID id,
            String name,
            UUID project,
            Instant deletedAt,
            @Schema(description = "When it will be gone for good.") Instant keptUntil) {

        static BinnedJson of(Kept kept) {
            return new BinnedJson(
                    kept.kind(),
                    kept.id(),
                    kept.name(),
                    kept.project().value(),
                    kept.deletedAt(),
                    kept.keptUntil());
        }
    }

    /** How many runs, experiments and data sets were deleted for good. */
    @Schema(name = "Emptied")
    record Emptied(int deleted) {}

    private final Bin bin;
    private final ProjectBin projects;
    private final CurrentCaller caller;

    BinApi(Bin bin, ProjectBin projects, CurrentCaller caller) {
        this.bin = bin;
        this.projects = projects;
        this.caller = caller;
    }

    @GetMapping
    @Operation(
            summary =
                    "Projects, experiments, runs and data sets in the bin, the last deleted first",
            description = "Of the projects that the caller administers; at most 200 of each.")
    @ApiResponse(responseCode = "200", description = "Until when each is kept.")
    @ApiResponse(responseCode = "403", description = "The caller does not administer the project.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    List<BinnedJson> list(@RequestParam(required = false) @Nullable String project) {
        Caller asking = caller.get();
        ProjectId of = Ids.projectOrAll(project);
        List<Kept> all = new ArrayList<>();
        if (of == null) {
            all.addAll(projects.list(asking));
        }
        all.addAll(bin.experiments(asking, of));
        all.addAll(bin.runs(asking, of));
        all.addAll(bin.datasets(asking, of));
        return all.stream().map(BinnedJson::of).toList();
    }

    @DeleteMapping
    @Operation(
            summary = "Delete the runs, experiments and data sets in the bin for good",
            description =
                    "Of the projects that the caller administers. Runs that have not stopped yet"
                            + " stay, and so do whole projects.")
    @ApiResponse(responseCode = "200", description = "Gone.")
    @ApiResponse(responseCode = "403", description = "The caller does not administer the project.")
    @ApiResponse(responseCode = "404", description = "There is no such project for the caller.")
    Emptied empty(@RequestParam(required = false) @Nullable String project) {
        return new Emptied(bin.empty(caller.get(), Ids.projectOrAll(project)));
    }
}
