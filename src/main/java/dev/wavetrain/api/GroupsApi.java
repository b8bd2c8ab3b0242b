package dev.wavetrain.api;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.runs.GroupSeries;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunGroups;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/groups/{id}")
@Tag(name = "Groups", description = "Runs that differ in their seed alone.")
class GroupsApi {

    private final RunGroups groups;
    private final RunsJson json;
    private final CurrentCaller caller;

    GroupsApi(RunGroups groups, RunsJson json, CurrentCaller caller) {
        this.groups = groups;
        this.json = json;
        this.caller = caller;
    }

    @GetMapping
    @Operation(summary = "A group, its runs, and how their results spread")
    GroupSpreadJson find(@PathVariable String id) {
        RunGroup group = groups.find(caller.get(), Ids.group(id));
        return GroupSpreadJson.of(group, json.all(caller.get(), group.runs()));
    }

    @GetMapping("/metrics")
    @Operation(summary = "Median, quartiles and extremes of the losses by epoch")
    GroupMetricsJson series(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String keys,
            @RequestParam(required = false) @Nullable String maxPoints) {
        GroupId group = Ids.group(id);
        Parameters parameters = new Parameters();
        int most =
                parameters.number(
                        "maxPoints",
                        maxPoints,
                        MetricSeries.DEFAULT_POINTS,
                        1,
                        GroupSeries.MOST_POINTS);
        parameters.check();
        return GroupMetricsJson.of(groups.series(caller.get(), group, Parameters.list(keys), most));
    }

    @GetMapping("/compare")
    @Operation(summary = "Which differences to another group are larger than the seeds' noise")
    GroupComparisonJson compare(
            @PathVariable String id, @RequestParam(required = false) @Nullable String with) {
        GroupId group = Ids.group(id);
        Parameters parameters = new Parameters();
        String other = parameters.required("with", with);
        parameters.check();
        return GroupComparisonJson.of(groups.compare(caller.get(), group, Ids.group(other)));
    }

    @PostMapping("/cancel")
    @Operation(summary = "Stop every run that has not ended; what they have stored stays")
    @ApiResponse(responseCode = "202", description = "They stop.")
    @ApiResponse(responseCode = "409", description = "All have ended.")
    ResponseEntity<GroupRunsJson> cancel(@PathVariable String id) {
        RunGroup group = groups.cancel(caller.get(), Ids.group(id));
        return ResponseEntity.accepted()
                .body(GroupRunsJson.of(group, json.all(caller.get(), group.runs())));
    }
}
