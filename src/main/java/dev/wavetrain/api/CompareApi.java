package dev.wavetrain.api;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.runs.compare.RunComparisons;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Comparisons", description = "Several runs beside each other.")
class CompareApi {

    private static final String RUNS = "The ids of 2 to 50 runs, separated by commas.";
    private static final String UNKNOWN = "One of them does not exist, or not for the caller.";

    private final RunComparisons comparisons;
    private final CurrentCaller caller;

    CompareApi(RunComparisons comparisons, CurrentCaller caller) {
        this.comparisons = comparisons;
        this.caller = caller;
    }

    @GetMapping("/api/v1/compare")
    @Operation(summary = "Runs, the settings in which they differ, metrics with the best, curves")
    @ApiResponse(responseCode = "200", description = "The comparison.")
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    RunComparisonJson compare(
            @Parameter(description = RUNS) @RequestParam(required = false) @Nullable String runs,
            @RequestParam(required = false) @Nullable String maxPoints) {
        Parameters parameters = new Parameters();
        List<RunId> ids = ids(parameters, runs);
        int most =
                parameters.number(
                        "maxPoints",
                        maxPoints,
                        MetricSeries.DEFAULT_POINTS,
                        1,
                        MetricSeries.DEFAULT_POINTS);
        parameters.check();
        Caller asking = caller.get();
        RunComparison comparison = comparisons.compare(asking, ids);
        return RunComparisonJson.of(comparison, comparisons.curves(asking, ids, most));
    }

    @GetMapping("/api/v1/compare.csv")
    @Operation(summary = "The same as CSV: a line a run, or a line an epoch with nothing thinned")
    @ApiResponse(
            responseCode = "200",
            description = "Lines after a header.",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "404", description = UNKNOWN)
    void csv(
            @Parameter(description = RUNS) @RequestParam(required = false) @Nullable String runs,
            @Parameter(description = "Whether the losses of each epoch are wanted.")
                    @RequestParam(required = false)
                    @Nullable String curves,
            HttpServletResponse response)
            throws IOException {
        Parameters parameters = new Parameters();
        List<RunId> ids = ids(parameters, runs);
        boolean ofEpochs = parameters.flag("curves", curves);
        parameters.check();
        Caller asking = caller.get();
        comparisons.compare(asking, ids); // Refused before the first byte, or not at all.
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comparison.csv\"");
        if (ofEpochs) {
            comparisons.writeCurves(asking, ids, response.getWriter());
        } else {
            comparisons.writeTable(asking, ids, response.getWriter());
        }
    }

    private static List<RunId> ids(Parameters parameters, @Nullable String runs) {
        return Parameters.list(parameters.required("runs", runs)).stream().map(Ids::run).toList();
    }
}
