package dev.wavetrain.api;

import dev.wavetrain.runs.RunGroup;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A group, its runs, and how their results spread. */
@Schema(name = "GroupWithSpread")
record GroupSpreadJson(
        GroupJson group,
        @Schema(description = "By seed, without those in the bin.") List<RunJson> runs,
        @Schema(
                        description =
                                "By metric: loss, best_val_loss (best_loss without validation),"
                                        + " best_epoch, epochs. Over the runs that completed,"
                                        + " stopped early or diverged; a loss that is not a number"
                                        + " counts as infinite. Quartiles are interpolated between"
                                        + " neighbours.")
                Map<String, SpreadJson> spread) {

    static GroupSpreadJson of(RunGroup group, List<RunJson> runs) {
        return new GroupSpreadJson(GroupJson.of(group.details()), runs, spread(group));
    }

    static Map<String, SpreadJson> spread(RunGroup group) {
        Map<String, SpreadJson> spread = new LinkedHashMap<>();
        group.spreads()
                .forEach((metric, values) ->
                        spread.put(metric.key(group.validates()), SpreadJson.of(values)));
        return spread;
    }
}
