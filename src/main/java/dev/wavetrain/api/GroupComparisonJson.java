package dev.wavetrain.api;

import dev.wavetrain.runs.GroupComparison;
import dev.wavetrain.runs.GroupContrast;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two groups beside each other. */
@Schema(name = "GroupComparison")
record GroupComparisonJson(
        GroupJson group,
        GroupJson with,
        @Schema(
                        description =
                                "Whether both learned the same data with the same loss: otherwise"
                                        + " their losses are different things.")
                boolean sameTask,
        @Schema(description = "By metric, those that both groups have.")
                Map<String, Contrast> metrics) {

    /** One metric; the test is Mann and Whitney's, two-sided. */
    @Schema(name = "GroupContrast")
    record Contrast(
            @Schema(description = "Null where no run of the group has it yet.")
                    @Nullable SpreadJson group,
            @Nullable SpreadJson with,
            @Schema(description = "The smaller U; null with fewer than 3 results on a side.")
                    @Nullable Double u,
            @Nullable Double pValue,
            @Schema(description = "After Holm's correction for the metrics tested.")
                    @Nullable Double adjustedPValue,
            @Schema(description = "False where ties or many runs ask for an approximation.")
                    boolean exact,
            @Schema(
                            description =
                                    "Whether the adjusted p-value is below 0.05. Too few seeds"
                                            + " where no result could make it so.")
                    GroupContrast.Verdict verdict) {

        static Contrast of(GroupContrast contrast) {
            return new Contrast(
                    SpreadJson.ofNullable(contrast.first()),
                    SpreadJson.ofNullable(contrast.second()),
                    contrast.u(),
                    contrast.p(),
                    contrast.adjustedP(),
                    contrast.exact(),
                    contrast.verdict());
        }
    }

    static GroupComparisonJson of(GroupComparison comparison) {
        return new GroupComparisonJson(
                GroupJson.of(comparison.first()),
                GroupJson.of(comparison.second()),
                comparison.sameTask(),
                metrics(comparison));
    }

    static Map<String, Contrast> metrics(GroupComparison comparison) {
        Map<String, Contrast> metrics = new LinkedHashMap<>();
        comparison
                .contrasts()
                .forEach(contrast -> metrics.put(contrast.key(), Contrast.of(contrast)));
        return metrics;
    }
}
