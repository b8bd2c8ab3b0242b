package dev.wavetrain.talking.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.RunEnded;
import dev.wavetrain.talking.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code notice}, and who is to have a row in it. */
@Component
public class NoticeRows {

    /** What the account may see still: not of a project it lost, nor of a comment taken back. */
    private static final String SEEN =
            """
            from notice n
            left join run r on r.id = n.run_id
            left join project p on p.id = n.project_id
            left join run_comment c on c.id = n.comment_id
            left join account a on a.id = c.author_id
            where n.account_id = :account and coalesce(n.project_id, r.project_id) in (:projects)
            and r.gone_at is null and c.deleted_at is null\
            """;

    private final JdbcClient jdbc;

    NoticeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first. */
    public List<Notice> list(Caller caller, long from, int most) {
        return seen(
                        caller,
                        "select n.id, n.kind, n.run_id, n.project_id, coalesce(r.name, p.name) as"
                                + " subject, a.name as author, n.created_at, n.read_at "
                                + SEEN
                                + " order by n.created_at desc, n.id desc"
                                + " offset :skip rows fetch first :most rows only")
                .param("skip", from)
                .param("most", most)
                .query((row, number) -> notice(row))
                .list();
    }

    public long count(Caller caller, boolean unread) {
        return seen(caller, "select count(*) " + SEEN + (unread ? " and n.read_at is null" : ""))
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec seen(Caller caller, String sql) {
        return jdbc.sql(sql)
                .param("account", caller.user().value())
                .param("projects", caller.projects().stream().map(ProjectId::value).toList());
    }

    /** Those of the accounts that want to know, and do not know of this comment yet. */
    public List<UUID> toTellOfMention(UUID comment, Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(
                        """
                        select a.id from account a
                        left join notice_choice c on c.account_id = a.id
                        where a.id in (:accounts) and coalesce(c.mentions, true) = true
                        and not exists (select 1 from notice n
                            where n.account_id = a.id and n.comment_id = :comment)\
                        """)
                .param("accounts", accounts)
                .param("comment", comment)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Members who want to know of such an end, and of this run: see {@code NoticeChoices}. */
    public List<UUID> toTellOfEnd(RunEnded end, Notice.Kind kind) {
        String wanted =
                switch (kind) {
                    case FINISHED -> "c.finished";
                    case FAILED -> "c.failed";
                    case DIVERGED -> "c.diverged";
                    case MENTION, WEBHOOK_FAILED, WEBHOOK_OFF ->
                            throw new IllegalArgumentException(kind + " is no end");
                };
        return jdbc.sql(
                        """
                        select a.id from account a
                        join membership m on m.account_id = a.id and m.project_id = :project
                        left join notice_choice c on c.account_id = a.id
                        where a.active = true and coalesce(%s, true) = true
                        and (a.id = :owner and coalesce(c.own, true) = true
                            or coalesce(c.favourites, true) = true and exists (
                                select 1 from favourite f
                                where f.account_id = a.id and f.run_id = :run)
                            or exists (select 1 from followed_project p
                                where p.account_id = a.id and p.project_id = :project))\
                        """
                                .formatted(wanted))
                .param("project", end.project().value())
                .param("owner", end.owner().value())
                .param("run", end.run().value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Admins that have not yet read the same of the project's webhook. */
    public List<UUID> toTellOfWebhook(ProjectId project, Notice.Kind kind) {
        return jdbc.sql(
                        """
                        select a.id from account a
                        join membership m on m.account_id = a.id and m.project_id = :project
                        where a.active = true and m.role = 'ADMIN'
                        and not exists (select 1 from notice n
                            where n.account_id = a.id and n.project_id = :project
                            and n.kind = :kind and n.read_at is null)\
                        """)
                .param("project", project.value())
                .param("kind", kind.name())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    public void insert(
            Collection<UUID> accounts,
            Notice.Kind kind,
            @Nullable RunId run,
            @Nullable ProjectId project,
            @Nullable UUID comment,
            Instant now) {
        for (UUID account : accounts) {
            jdbc.sql(
                            "insert into notice (id, account_id, kind, run_id, project_id,"
                                    + " comment_id, created_at) values (:id, :account, :kind,"
                                    + " :run, :project, :comment,"
                                    + " :now)")
                    .param("id", UUID.randomUUID())
                    .param("account", account)
                    .param("kind", kind.name())
                    .param("run", run == null ? null : run.value())
                    .param("project", project == null ? null : project.value())
                    .param("comment", comment)
                    .param("now", utc(now))
                    .update();
        }
    }

    public void forget(Collection<UUID> accounts, Instant before) {
        jdbc.sql("delete from notice where account_id in (:accounts) and created_at < :limit")
                .param("accounts", accounts)
                .param("limit", utc(before))
                .update();
    }

    public void read(UserId user, UUID notice, Instant now) {
        int found =
                jdbc.sql(
                                "update notice set read_at = coalesce(read_at, :now)"
                                        + " where id = :id and account_id = :account")
                        .param("now", utc(now))
                        .param("id", notice)
                        .param("account", user.value())
                        .update();
        if (found == 0) {
            throw new NotFound("notification", notice);
        }
    }

    public void readAll(UserId user, Instant now) {
        jdbc.sql("update notice set read_at = :now where account_id = :account and read_at is null")
                .param("now", utc(now))
                .param("account", user.value())
                .update();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        @Nullable UUID run = row.getObject("run_id", UUID.class);
        @Nullable UUID project = row.getObject("project_id", UUID.class);
        return new Notice(
                row.getObject("id", UUID.class),
                Notice.Kind.valueOf(row.getString("kind")),
                run == null ? null : new RunId(run),
                project == null ? null : new ProjectId(project),
                row.getString("subject"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("read_at") != null);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
