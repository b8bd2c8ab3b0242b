package dev.wavetrain.api;

import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.common.Visit;
import dev.wavetrain.common.Visits;
import dev.wavetrain.runs.GroupSeries;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The key in the address is all that is asked for; no answer repeats it. */
@RestController
@RequestMapping("/api/v1/shared/{key}")
@SecurityRequirements
@Tag(name = "Shared", description = "What a link shows, without an account.")
class SharedApi {

    private final Visits visits;
    private final RunService runs;
    private final RunGroups groups;
    private final RunMetrics metrics;

    SharedApi(Visits visits, RunService runs, RunGroups groups, RunMetrics metrics) {
        this.visits = visits;
        this.runs = runs;
        this.groups = groups;
        this.metrics = metrics;
    }

    @GetMapping
    @Operation(summary = "The run, group or comparison that a link shows")
    @ApiResponse(
            responseCode = "200",
            description = "It, by kind.",
            content =
                    @Content(
                            schema =
                                    @Schema(
                                            oneOf = {
                                                SharedJson.Run.class,
                                                SharedJson.Group.class,
                                                SharedJson.Comparison.class
                                            })))
    ResponseEntity<SharedJson> shared(@PathVariable String key) {
        Visit visit = visits.begin(key).orElseThrow(SharedApi::deadLink);
        return unlisted(
                switch (visit.what()) {
                    case Shared.Run(RunId run) ->
                            SharedJson.Run.of(runs.find(visit.caller(), run), visit.until());
                    case Shared.Group(GroupId group) ->
                            SharedJson.Group.of(groups.find(visit.caller(), group), visit.until());
                    case Shared.Comparison(GroupId group, GroupId with) ->
                            SharedJson.Comparison.of(
                                    groups.compare(visit.caller(), group, with), visit.until());
                });
    }

    @GetMapping("/metrics")
    @Operation(summary = "The losses by epoch of the run or group that a link shows")
    @ApiResponse(
            responseCode = "200",
            description = "As of a run, or of a group; a comparison has none.",
            content =
                    @Content(schema = @Schema(oneOf = {MetricsJson.class, GroupMetricsJson.class})))
    ResponseEntity<?> series(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String keys,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String maxPoints) {
        Visit visit = visits.look(key).orElseThrow(SharedApi::deadLink);
        Parameters parameters = new Parameters();
        int past = parameters.number("after", after, 0, 0, Integer.MAX_VALUE);
        int most =
                parameters.number(
                        "maxPoints",
                        maxPoints,
                        MetricSeries.DEFAULT_POINTS,
                        1,
                        visit.what() instanceof Shared.Run
                                ? MetricSeries.MOST_POINTS
                                : GroupSeries.MOST_POINTS);
        parameters.check();
        List<String> wanted = Parameters.list(keys);
        return unlisted(
                switch (visit.what()) {
                    case Shared.Run(RunId run) ->
                            MetricsJson.of(metrics.series(visit.caller(), run, wanted, past, most));
                    case Shared.Group(GroupId group) ->
                            GroupMetricsJson.of(groups.series(visit.caller(), group, wanted, most));
                    case Shared.Comparison _ -> throw deadLink();
                });
    }

    /** Without the key: answers are logged and sent on. */
    private static NotFound deadLink() {
        return new NotFound("open link", "…");
    }

    private static <T> ResponseEntity<T> unlisted(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex, nofollow")
                .header("Referrer-Policy", "no-referrer")
                .body(body);
    }
}
