package dev.wavetrain.api;

import dev.wavetrain.runs.MetricSeries;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Metrics of a run by key, thinned so that no extreme is lost. */
@Schema(name = "Metrics")
record MetricsJson(
        Map<String, Line> series,
        @Schema(description = "What to ask for as `after` to get what comes later.") int next) {

    /** Buckets of neighbouring epochs, one entry each. */
    @Schema(name = "MetricLine")
    record Line(
            @Schema(description = "The last epoch of each bucket.") int[] step,
            @Schema(description = "The value at it; NaN and infinities as texts.") double[] value,
            double[] min,
            double[] max) {

        static Line of(MetricSeries.Line line) {
            return new Line(line.step(), line.value(), line.min(), line.max());
        }
    }

    static MetricsJson of(MetricSeries series) {
        Map<String, Line> lines = new LinkedHashMap<>();
        series.lines().forEach((key, line) -> lines.put(key, Line.of(line)));
        return new MetricsJson(lines, series.next());
    }
}
