package dev.wavetrain.api;

import dev.wavetrain.experiments.Warning;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is allowed but tells against an experiment or a run. */
@Schema(name = "Warning")
record WarningJson(
        String code,
        String message,
        @Schema(description = "The path of the page that says what to do.") String help) {

    static WarningJson of(Warning warning) {
        return new WarningJson(warning.name(), warning.message(), warning.help());
    }
}
