package dev.wavetrain.registry.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Parts;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RowsBelow;
import dev.wavetrain.registry.ModelId;
import dev.wavetrain.registry.ModelVersion;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of named models, to be changed; {@link ModelReader} reads what people see. */
@Component
public class ModelRows {

    private final JdbcClient jdbc;
    private final Parts weights;
    private final RowsBelow below;

    ModelRows(JdbcTemplate template, RowsBelow below) {
        this.jdbc = JdbcClient.create(template);
        this.weights = new Parts(template, "named_model_weights", "version_id");
        this.below = below;
    }

    /** Who makes a model in the project at the same moment does so afterwards. */
    public void lockProject(ProjectId project) {
        var _ =
                jdbc.sql("select id from project where id = ? for update")
                        .param(project.value())
                        .query(UUID.class)
                        .optional();
    }

    /** It stays as it is until the transaction ends; empty where it is gone. */
    public Optional<ProjectId> lock(ModelId model) {
        return jdbc.sql("select project_id from named_model where id = ? for update")
                .param(model.value())
                .query(UUID.class)
                .optional()
                .map(ProjectId::new);
    }

    public boolean isTaken(ProjectId project, String name) {
        return jdbc.sql("select count(*) from named_model where project_id = ? and name = ?")
                        .params(project.value(), name)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public void insert(ModelId id, ProjectId project, String name, Caller maker, Instant now) {
        jdbc.sql(
                        "insert into named_model (id, project_id, name, last_version, made_by,"
                                + " made_by_name, made_at) values (?, ?, ?, 0, ?, ?, ?)")
                .params(
                        id.value(),
                        project.value(),
                        name,
                        maker.user().value(),
                        maker.name(),
                        utc(now))
                .update();
    }

    /** A number that no version of the model ever had; the model is locked. */
    public int nextVersion(ModelId model) {
        jdbc.sql("update named_model set last_version = last_version + 1 where id = ?")
                .param(model.value())
                .update();
        return jdbc.sql("select last_version from named_model where id = ?")
                .param(model.value())
                .query(Integer.class)
                .single();
    }

    /** The next number that is given is above this one; the model is new. */
    public void numberedTo(ModelId model, int last) {
        jdbc.sql("update named_model set last_version = ? where id = ?")
                .params(last, model.value())
                .update();
    }

    /** With its weights. */
    public void insert(ModelId model, ModelVersion version, Caller maker, byte[] file) {
        jdbc.sql(
                        "insert into named_model_version (id, model_id, version, run_id, run_name,"
                                + " checkpoint_id, epoch, loss, val_loss, task, steps, features,"
                                + " cell, units, size, sha256, note, made_by, made_by_name, made_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?)")
                .param(version.id())
                .param(model.value())
                .param(version.number())
                .param(version.origin().run().value())
                .param(version.origin().runName())
                .param(version.origin().checkpoint().value())
                .param(version.origin().epoch())
                .param(version.origin().loss())
                .param(version.origin().valLoss())
                .param(version.shape().task().name())
                .param(version.shape().steps())
                .param(version.shape().features())
                .param(version.shape().cell().name())
                .param(
                        version.shape().units().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")))
                .param(version.bytes())
                .param(version.sha256())
                .param(version.note())
                .param(maker.user().value())
                .param(version.madeBy())
                .param(utc(version.madeAt()))
                .update();
        weights.replace(version.id(), file);
    }

    /** The file of a version; empty where it has none any more. */
    public byte[] file(UUID version) {
        return weights.read(version).orElseGet(() -> new byte[0]);
    }

    /** The alias names the version from now on, whatever it named before. */
    public void point(ModelId model, String alias, UUID version, String by, Instant now) {
        removeAlias(model, alias);
        jdbc.sql(
                        "insert into named_model_alias (model_id, alias, version_id, moved_by_name,"
                                + " moved_at) values (?, ?, ?, ?, ?)")
                .params(model.value(), alias, version, by, utc(now))
                .update();
    }

    public void removeAlias(ModelId model, String alias) {
        jdbc.sql("delete from named_model_alias where model_id = ? and alias = ?")
                .params(model.value(), alias)
                .update();
    }

    /** With its weights and aliases. */
    public void deleteVersion(UUID version) {
        delete("named_model_version", version);
    }

    /** With all that belongs to it. */
    public void delete(ModelId model) {
        delete("named_model", model.value());
    }

    private void delete(String table, UUID id) {
        below.delete(table, List.of(id), Set.of());
        jdbc.sql("delete from %s where id = ?".formatted(table)).param(id).update();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    static List<UUID> ids(Collection<ProjectId> projects) {
        return projects.stream().map(ProjectId::value).toList();
    }
}
