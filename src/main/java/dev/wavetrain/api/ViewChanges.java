package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.Rule;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.ListSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a view is to be. */
@Schema(
        name = "ViewChanges",
        description =
                "A name is needed to make a view. What else is left out is as in a list that nobody"
                        + " changed, or stays.")
record ViewChanges(
        @Nullable String name,
        @Schema(description = "A filter, as of GET /api/v1/runs.") @Nullable String query,
        @Schema(description = "As of GET /api/v1/runs.") @Nullable String sort,
        @Nullable Grouping groupBy,
        @Schema(description = "In their order; NAME is always there, and first.")
                @Nullable List<ListColumn> columns,
        @Schema(description = "Those that stay in sight; only those shown count.")
                @Nullable List<ListColumn> pinned) {

    private static final String COLUMNS =
            Arrays.stream(ListColumn.values()).map(Enum::name).collect(Collectors.joining(", "));

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ViewChanges read(JsonNode json) {
        Body body = Body.of(json);
        ViewChanges changes =
                new ViewChanges(
                        body.text("name"),
                        body.text("query"),
                        body.text("sort"),
                        body.choice("groupBy", Grouping.class),
                        columns(body, "columns"),
                        columns(body, "pinned"));
        body.check();
        return changes;
    }

    private static @Nullable List<ListColumn> columns(Body body, String field) {
        List<String> names = body.texts(field);
        if (names == null) {
            return null;
        }
        List<ListColumn> known = ListColumn.of(names);
        if (known.size() != names.size()) {
            body.wrong(field, Rule.ONE_OF, COLUMNS + ", each once");
        }
        return known;
    }

    ListSettings over(ListSettings before) {
        return new ListSettings(
                query == null ? before.query() : query.strip(),
                Objects.requireNonNullElse(sort, before.sort()),
                Objects.requireNonNullElse(groupBy, before.grouping()),
                new ListColumns(
                        Objects.requireNonNullElse(columns, before.columns().shown()),
                        Objects.requireNonNullElse(pinned, before.columns().pinned())));
    }
}
