package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.talking.Activities;
import dev.wavetrain.talking.Activity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Activity", description = "What happened in a project.")
class ActivityApi {

    @Schema(name = "Activity")
    record ActivityJson(
            Instant at,
            Activity.Kind kind,
            @Schema(description = "Who did it; empty where a run ended by itself.") String actor,
            @Nullable UUID run,
            @Schema(description = "The name of what it was done to.") String subject,
            @Schema(description = "How many seeds, which role; empty for most.") String detail) {

        static ActivityJson of(Activity one) {
            return new ActivityJson(
                    one.at(),
                    one.kind(),
                    one.actor(),
                    one.run() == null ? null : one.run().value(),
                    one.subject(),
                    one.detail());
        }
    }

    private final Activities activities;
    private final CurrentCaller caller;

    ActivityApi(Activities activities, CurrentCaller caller) {
        this.activities = activities;
        this.caller = caller;
    }

    @GetMapping("/api/v1/projects/{id}/activity")
    @Operation(summary = "What happened in a project, the newest first")
    Listed<ActivityJson> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        Parameters parameters = new Parameters();
        int from = parameters.page(page);
        int most = parameters.size(size);
        parameters.check();
        return Listed.of(
                activities.list(caller.get(), Ids.project(id), from, most), ActivityJson::of);
    }
}
