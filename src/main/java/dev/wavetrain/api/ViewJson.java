package dev.wavetrain.api;

import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.SavedView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A saved view as REST shows it. */
@Schema(name = "View")
record ViewJson(
        UUID id,
        String name,
        String query,
        String sort,
        Grouping groupBy,
        @Schema(description = "In their order, those that are pinned first.") List<String> columns,
        @Schema(description = "Those that stay in sight.") List<String> pinned,
        @Schema(description = "The name of who made it.") String owner,
        @Schema(description = "Whether it is the caller's, who alone may change it.") boolean own,
        Instant createdAt,
        Instant changedAt) {

    static ViewJson of(SavedView view, UserId caller) {
        ListSettings settings = view.settings();
        return new ViewJson(
                view.id().value(),
                view.name(),
                settings.query(),
                settings.sort(),
                settings.grouping(),
                settings.columns().names(),
                settings.columns().pinnedNames(),
                view.ownerName(),
                view.owner().equals(caller),
                view.createdAt(),
                view.changedAt());
    }
}
