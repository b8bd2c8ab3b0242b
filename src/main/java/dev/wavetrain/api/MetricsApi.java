package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/runs/{id}")
@Tag(name = "Metrics", description = "The losses of a run.")
class MetricsApi {

    private final RunMetrics metrics;
    private final RunService runs;
    private final CurrentCaller caller;

    MetricsApi(RunMetrics metrics, RunService runs, CurrentCaller caller) {
        this.metrics = metrics;
        this.runs = runs;
        this.caller = caller;
    }

    @GetMapping("/metrics")
    @Operation(summary = "Losses by epoch, thinned so that no extreme is lost")
    MetricsJson series(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String keys,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String maxPoints) {
        RunId run = Ids.run(id);
        Parameters parameters = new Parameters();
        int past = parameters.number("after", after, 0, 0, Integer.MAX_VALUE);
        int most =
                parameters.number(
                        "maxPoints",
                        maxPoints,
                        MetricSeries.DEFAULT_POINTS,
                        1,
                        MetricSeries.MOST_POINTS);
        parameters.check();
        return MetricsJson.of(metrics.series(caller.get(), run, Parameters.list(keys), past, most));
    }

    @GetMapping("/metrics.csv")
    @Operation(summary = "Every value as CSV, nothing thinned")
    @ApiResponse(
            responseCode = "200",
            description = "A line an epoch, after a header.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    void csv(@PathVariable String id, HttpServletResponse response) throws IOException {
        Caller asking = caller.get();
        RunId run = Ids.run(id);
        runs.find(asking, run); // Refused before the first byte, or not at all.
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + run + ".csv\"");
        metrics.writeCsv(asking, run, response.getOutputStream());
    }
}
