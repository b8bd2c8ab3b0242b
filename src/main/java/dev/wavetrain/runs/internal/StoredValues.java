package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.runs.RunValues;
import dev.wavetrain.runs.filter.FilterField;
import dev.wavetrain.runs.filter.KnownValues;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Values of runs, looked up in the database. */
@Service
class StoredValues implements RunValues {

    private static final int MOST = 500;
    private static final String OF_RUNS =
            "select distinct %1$s from run where project_id in (:projects) and deleted_at is null"
                    + " and gone_at is null and %1$s > ''";
    private static final Map<String, String> QUERIES =
            Map.of(
                    "tag", OF_RUNS.formatted("tags"),
                    "owner", OF_RUNS.formatted("owner_name"),
                    "worker", OF_RUNS.formatted("worker"),
                    "experiment",
                            "select distinct name from experiment"
                                    + " where project_id in (:projects) and not archived",
                    "group", "select distinct name from run_group where project_id in (:projects)");

    private final JdbcClient jdbc;

    StoredValues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public KnownValues known(Caller caller) {
        Map<String, List<String>> found = new ConcurrentHashMap<>();
        return field -> found.computeIfAbsent(field.name(), _ -> find(field, caller));
    }

    private List<String> find(FilterField field, Caller caller) {
        String query = QUERIES.get(field.name());
        ProjectId chosen = caller.chosen();
        Collection<ProjectId> projects =
                chosen == null
                        ? caller.projects()
                        : caller.sees(chosen) ? Set.of(chosen) : Set.of();
        if (query == null || projects.isEmpty()) {
            return List.of();
        }
        List<String> values =
                jdbc.sql(query + " fetch first " + MOST + " rows only")
                        .param("projects", projects.stream().map(ProjectId::value).toList())
                        .query(String.class)
                        .list();
        return values.stream()
                .flatMap(value ->
                        field.kind() == FilterField.Kind.TAG
                                ? TagText.tags(value).stream()
                                : List.of(value).stream())
                .distinct()
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
