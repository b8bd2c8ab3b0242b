package dev.wavetrain.api;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.ComparedCurve;
import dev.wavetrain.runs.compare.ComparedMetric;
import dev.wavetrain.runs.compare.ComparedSetting;
import dev.wavetrain.runs.compare.EpochTimes;
import dev.wavetrain.runs.compare.RunComparison;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs beside each other. */
@Schema(name = "RunComparison")
record RunComparisonJson(
        List<RunJson> runs,
        @Schema(
                        description =
                                "Whether all learned the same data with the same loss: otherwise"
                                        + " their losses are different things.")
                boolean sameTask,
        @Schema(description = "Only those in which the runs differ.") List<Setting> settings,
        @Schema(description = "By name.") Map<String, Metric> metrics,
        @Schema(description = "The losses of each run that has an epoch, by the run's id.")
                Map<String, MetricsJson> curves,
        @Schema(
                        description =
                                "How long each of them had trained, by the run's id. Runs of which"
                                        + " that was not measured are left out.")
                Map<String, Times> times) {

    /** How long a run had trained, without pauses. */
    @Schema(name = "EpochTimes")
    record Times(
            @Schema(description = "Epochs, ascending.") int[] step,
            @Schema(description = "Seconds at the end of each.") double[] seconds) {}

    /** A setting in which the runs differ. */
    @Schema(name = "ComparedSetting")
    record Setting(
            @Schema(description = "The path in the definition.") String path,
            @Schema(
                            description =
                                    "One a run, in the order of runs; null where it has no such"
                                            + " setting.")
                    List<JsonNode> values) {

        static Setting of(ComparedSetting setting) {
            return new Setting(setting.path(), setting.values());
        }
    }

    /** What the runs came to. */
    @Schema(name = "ComparedMetric")
    record Metric(
            @Schema(description = "One a run, in the order of runs.") List<@Nullable Double> values,
            @Schema(
                            description =
                                    "The runs with the best value; none where there is no better"
                                            + " and worse, or losses are of different tasks.")
                    List<UUID> best) {

        static Metric of(RunComparison comparison, ComparedMetric metric) {
            return new Metric(
                    comparison.runs().stream().<@Nullable Double>map(metric::of).toList(),
                    comparison.best(metric).stream().map(RunId::value).toList());
        }
    }

    /**
     * @param runs those of the comparison, in its order
     */
    static RunComparisonJson of(
            RunComparison comparison, List<RunJson> runs, Map<RunId, ComparedCurve> curves) {
        Map<String, Metric> metrics = new LinkedHashMap<>();
        Stream.of(ComparedMetric.values())
                .forEach(metric -> metrics.put(metric.key(), Metric.of(comparison, metric)));
        Map<String, MetricsJson> lines = new LinkedHashMap<>();
        Map<String, Times> times = new LinkedHashMap<>();
        for (RunDetails run : comparison.runs()) {
            ComparedCurve curve = curves.get(run.id());
            if (curve != null) {
                lines.put(run.id().toString(), MetricsJson.of(curve.series()));
                EpochTimes known = curve.times();
                if (known.isKnown()) {
                    times.put(run.id().toString(), new Times(known.epoch(), known.seconds()));
                }
            }
        }
        return new RunComparisonJson(
                runs,
                comparison.sameTask(),
                comparison.settings().stream().map(Setting::of).toList(),
                metrics,
                lines,
                times);
    }
}
