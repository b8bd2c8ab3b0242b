package dev.wavetrain.registry.internal;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.registry.ModelId;
import dev.wavetrain.registry.ModelName;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.registry.NamedModel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Named models as people see them. */
@Component
public class ModelReader {

    private static final String MODELS =
            """
            select m.id as model_id, m.project_id, m.name, m.made_by_name as model_made_by,
                   m.made_at as model_made_at,
                   (select count(*) from named_model_version c where c.model_id = m.id) as versions,
                   v.*
            from named_model m
            join named_model_version v on v.model_id = m.id and v.version =
                (select max(n.version) from named_model_version n where n.model_id = m.id)
            where
            """;

    private final JdbcClient jdbc;

    ModelReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<NamedModel> find(ModelId id) {
        return whole(
                        jdbc.sql(MODELS + " m.id = ?")
                                .param(id.value())
                                .query(ModelReader::row)
                                .list())
                .stream()
                .findFirst();
    }

    /** Those of this name, one a project at most; the oldest first. */
    public List<NamedModel> named(String name, Collection<ProjectId> projects) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return whole(
                jdbc.sql(
                                MODELS
                                        + " m.name = :name and m.project_id in (:projects)"
                                        + " order by m.made_at, m.id")
                        .param("name", name)
                        .param("projects", ModelRows.ids(projects))
                        .query(ModelReader::row)
                        .list());
    }

    /** By name. */
    public List<NamedModel> list(Collection<ProjectId> projects, int from, int most) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return whole(
                jdbc.sql(
                                MODELS
                                        + " m.project_id in (:projects) order by m.name, m.id"
                                        + " offset :from rows fetch first :most rows only")
                        .param("projects", ModelRows.ids(projects))
                        .param("from", from)
                        .param("most", most)
                        .query(ModelReader::row)
                        .list());
    }

    /** How many those are. */
    public long count(Collection<ProjectId> projects) {
        if (projects.isEmpty()) {
            return 0;
        }
        return jdbc.sql("select count(*) from named_model where project_id in (:projects)")
                .param("projects", ModelRows.ids(projects))
                .query(Long.class)
                .single();
    }

    /** The newest first. */
    public List<ModelVersion> versions(NamedModel model) {
        return jdbc
                .sql("select * from named_model_version where model_id = ? order by version desc")
                .param(model.id().value())
                .query(VersionRow::read)
                .list()
                .stream()
                .map(version -> with(version, model.aliases()))
                .toList();
    }

    public Optional<ModelVersion> version(NamedModel model, int number) {
        return jdbc.sql("select * from named_model_version where model_id = ? and version = ?")
                .params(model.id().value(), number)
                .query(VersionRow::read)
                .optional()
                .map(version -> with(version, model.aliases()));
    }

    private List<NamedModel> whole(List<NamedModel> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<NamedModel.Alias>> aliases = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        aliases.computeIfAbsent(
                                        row.getObject("model_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(alias(row));
        jdbc.sql(
                        "select a.*, v.version from named_model_alias a join named_model_version v"
                                + " on v.id = a.version_id where a.model_id in (:ids)"
                                + " order by case when a.alias = :first then 0 else 1 end, a.alias")
                .param("first", ModelName.CHAMPION)
                .param("ids", found.stream().map(one -> one.id().value()).toList())
                .query(collect);
        return found.stream()
                .map(one -> with(one, aliases.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private static NamedModel with(NamedModel model, List<NamedModel.Alias> aliases) {
        return new NamedModel(
                model.id(),
                model.project(),
                model.name(),
                model.madeBy(),
                model.madeAt(),
                model.versions(),
                with(model.latest(), aliases),
                aliases);
    }

    private static ModelVersion with(ModelVersion version, List<NamedModel.Alias> aliases) {
        return version.with(
                aliases.stream()
                        .filter(alias -> alias.version() == version.number())
                        .map(NamedModel.Alias::name)
                        .toList());
    }

    private static NamedModel row(ResultSet row, int number) throws SQLException {
        return new NamedModel(
                new ModelId(row.getObject("model_id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("name"),
                row.getString("model_made_by"),
                row.getObject("model_made_at", OffsetDateTime.class).toInstant(),
                row.getInt("versions"),
                VersionRow.read(row, number),
                List.of());
    }

    private static NamedModel.Alias alias(ResultSet row) throws SQLException {
        return new NamedModel.Alias(
                row.getString("alias"),
                row.getInt("version"),
                row.getString("moved_by_name"),
                row.getObject("moved_at", OffsetDateTime.class).toInstant());
    }
}
