package dev.wavetrain.api;

import dev.wavetrain.runs.GroupSeries;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** The losses of a group's runs by epoch. */
@Schema(name = "GroupMetrics")
record GroupMetricsJson(
        Map<String, Line> series,
        @Schema(description = "The last epoch that any of the runs has.") int epoch) {

    /** One metric at every epoch, or at evenly spaced ones. */
    @Schema(name = "GroupMetricLine")
    record Line(
            @Schema(description = "The epochs.") int[] step,
            @Schema(
                            description =
                                    "How many runs have that epoch: those that ended before it, or"
                                            + " have not come so far, do not count.")
                    int[] runs,
            @Schema(description = "What is not finite is a text.") double[] median,
            double[] lowerQuartile,
            double[] upperQuartile,
            double[] min,
            double[] max) {

        static Line of(GroupSeries.Line line) {
            return new Line(
                    line.step(),
                    line.runs(),
                    line.median(),
                    line.lowerQuartile(),
                    line.upperQuartile(),
                    line.min(),
                    line.max());
        }
    }

    static GroupMetricsJson of(GroupSeries series) {
        Map<String, Line> lines = new LinkedHashMap<>();
        series.lines().forEach((key, line) -> lines.put(key, Line.of(line)));
        return new GroupMetricsJson(lines, series.epoch());
    }
}
