package dev.wavetrain.sharing.internal;

import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code share_link}. */
@Component
public class ShareLinkRows {

    private static final String HOLDING =
            """
            from share_link l
            join account a on a.id = l.created_by
            left join run r on r.id = l.run_id
            left join run_group g on g.id = l.group_id
            left join run_group w on w.id = l.with_group_id
            left join project p on p.id = coalesce(r.project_id, g.project_id)
            left join project wp on wp.id = w.project_id
            left join experiment e on e.id = coalesce(r.experiment_id, g.experiment_id)
            left join experiment we on we.id = w.experiment_id
            where l.revoked_at is null and (l.expires_at is null or l.expires_at > :now)
            """;

    private static final String ROWS =
            """
            select l.id, l.run_id, l.group_id, l.with_group_id, l.note, l.created_by,
                   a.name as maker, l.created_at, l.expires_at, l.opens, l.last_opened_at,
                   coalesce(r.name, g.name) as subject, w.name as with_subject,
                   coalesce(r.project_id, g.project_id) as project_id,
                   w.project_id as with_project
            """
                    + HOLDING;

    /** What is in the bin is not shown, and is again when it is taken out. */
    private static final String OPENS =
            """
             and r.deleted_at is null and r.gone_at is null
             and p.deleted_at is null and p.gone_at is null
             and wp.deleted_at is null and wp.gone_at is null
             and e.gone_at is null and we.gone_at is null
            """;

    private static final String OLDEST_FIRST = " order by l.created_at, l.id";

    private final JdbcClient jdbc;

    ShareLinkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param expiresAt null for a link without an end
     */
    public void insert(
            UUID id,
            String keyHash,
            Shared what,
            String note,
            UUID maker,
            Instant createdAt,
            @Nullable Instant expiresAt) {
        jdbc.sql(
                        "insert into share_link (id, key_hash, run_id, group_id, with_group_id,"
                                + " note, created_by, created_at, expires_at)"
                                + " values (:id, :hash, :run, :group, :with, :note, :maker, :now,"
                                + " :until)")
                .param("id", id)
                .param("hash", keyHash)
                .param("run", what instanceof Shared.Run(RunId run) ? run.value() : null)
                .param("group", group(what))
                .param("with", with(what))
                .param("note", note)
                .param("maker", maker)
                .param("now", utc(createdAt))
                .param("until", expiresAt == null ? null : utc(expiresAt))
                .update();
    }

    private static @Nullable UUID group(Shared what) {
        return switch (what) {
            case Shared.Run _ -> null;
            case Shared.Group(GroupId group) -> group.value();
            case Shared.Comparison(GroupId group, GroupId _) -> group.value();
        };
    }

    private static @Nullable UUID with(Shared what) {
        return what instanceof Shared.Comparison(GroupId _, GroupId with) ? with.value() : null;
    }

    /** What the key opens; its run is in no bin. */
    public Optional<ShareLinkRow> findByKey(String keyHash, Instant now) {
        return jdbc.sql(ROWS + OPENS + " and l.key_hash = :hash")
                .param("now", utc(now))
                .param("hash", keyHash)
                .query((row, _) -> ShareLinkRow.of(row))
                .optional();
    }

    public Optional<ShareLinkRow> find(UUID id, Instant now) {
        return jdbc.sql(ROWS + " and l.id = :id")
                .param("now", utc(now))
                .param("id", id)
                .query((row, _) -> ShareLinkRow.of(row))
                .optional();
    }

    /** Those that show this and have neither ended nor been revoked, the oldest first. */
    public List<ShareLinkRow> of(Shared what, Instant now) {
        String which =
                switch (what) {
                    case Shared.Run _ -> " and l.run_id = :id";
                    case Shared.Group _ -> " and l.group_id = :id and l.with_group_id is null";
                    case Shared.Comparison _ -> " and l.group_id = :id and l.with_group_id = :with";
                };
        return jdbc.sql(ROWS + which + OLDEST_FIRST)
                .param("now", utc(now))
                .param("id", what instanceof Shared.Run(RunId run) ? run.value() : group(what))
                .param("with", with(what))
                .query((row, _) -> ShareLinkRow.of(row))
                .list();
    }

    /** Those of what is in the project, the oldest first. */
    public List<ShareLinkRow> in(ProjectId project, Instant now) {
        return jdbc.sql(
                        ROWS
                                + " and (r.project_id = :project or g.project_id = :project"
                                + " or w.project_id = :project)"
                                + OLDEST_FIRST)
                .param("now", utc(now))
                .param("project", project.value())
                .query((row, _) -> ShareLinkRow.of(row))
                .list();
    }

    /** Of these links, those that open something. */
    public Set<UUID> opening(Collection<UUID> links, Instant now) {
        return new HashSet<>(
                jdbc.sql("select l.id " + HOLDING + OPENS + " and l.id in (:ids)")
                        .param("ids", links)
                        .param("now", utc(now))
                        .query(UUID.class)
                        .list());
    }

    /**
     * @return whether it was not revoked already
     */
    public boolean revoke(UUID id, Instant now) {
        return jdbc.sql(
                                "update share_link set revoked_at = :now where id = :id"
                                        + " and revoked_at is null")
                        .param("now", utc(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    public void opened(UUID id, Instant now) {
        jdbc.sql(
                        "update share_link set opens = opens + 1, last_opened_at = :now"
                                + " where id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
