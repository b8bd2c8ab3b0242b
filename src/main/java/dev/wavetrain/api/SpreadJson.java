package dev.wavetrain.api;

import dev.wavetrain.runs.Spread;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a metric spreads over the seeds; what is not finite is a text. */
@Schema(name = "Spread")
record SpreadJson(
        @Schema(description = "How many runs have it.") int n,
        double median,
        double min,
        double max,
        double lowerQuartile,
        double upperQuartile) {

    static SpreadJson of(Spread spread) {
        return new SpreadJson(
                spread.n(),
                spread.median(),
                spread.min(),
                spread.max(),
                spread.lowerQuartile(),
                spread.upperQuartile());
    }

    static @Nullable SpreadJson ofNullable(@Nullable Spread spread) {
        return spread == null ? null : of(spread);
    }
}
