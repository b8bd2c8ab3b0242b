package dev.wavetrain.webhooks.internal;

import static dev.wavetrain.webhooks.internal.DeliveryRows.utc;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.webhooks.Delivery.State;
import dev.wavetrain.webhooks.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code webhook_delivery}, as senders take from it. */
@Component
public class DueRows {

    /** Not while the project is in the bin, nor what was said and taken back. */
    private static final String DUE =
            """
            from webhook_delivery d
            join webhook w on w.project_id = d.project_id
            join project p on p.id = d.project_id
            left join run_comment c on c.id = d.comment_id
            where d.next_at <= :now and d.state = 'WAITING'
            and (w.active = true or d.event = 'TEST')
            and p.deleted_at is null and p.gone_at is null and c.deleted_at is null
            """;

    private static final String PROJECTS =
            "select d.project_id " + DUE + " group by d.project_id order by min(d.next_at)";

    private static final String OF_PROJECT =
            "select d.id, d.project_id, d.event, d.run_id, d.comment_id, d.happened_at, d.attempt,"
                    + " w.address, w.secret "
                    + DUE
                    + " and d.project_id = :project"
                    + " order by d.next_at, d.id fetch first :most rows only";

    private static final int OFFERED = 5;

    private final JdbcClient jdbc;

    DueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The projects that have something due; the one whose oldest waits longest first. */
    public List<ProjectId> projects(Instant now) {
        return jdbc.sql(PROJECTS)
                .param("now", utc(now))
                .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
                .list();
    }

    /** Takes one of the project's that is due: nobody else gets it until {@code lostAt}. */
    public Optional<Due> take(ProjectId project, Instant now, Instant lostAt) {
        return jdbc
                .sql(OF_PROJECT)
                .param("now", utc(now))
                .param("project", project.value())
                .param("most", OFFERED)
                .query((row, _) -> due(row))
                .list()
                .stream()
                .filter(due -> taken(due, now, lostAt))
                .findFirst();
    }

    private boolean taken(Due due, Instant now, Instant lostAt) {
        return jdbc.sql(
                                "update webhook_delivery set attempt = :attempt, next_at = :lost"
                                        + " where id = :id and state = 'WAITING'"
                                        + " and attempt = :before and next_at <= :now")
                        .param("attempt", due.attempt())
                        .param("before", due.attempt() - 1)
                        .param("lost", utc(lostAt))
                        .param("now", utc(now))
                        .param("id", due.id())
                        .update()
                > 0;
    }

    /**
     * Writes how an attempt went.
     *
     * @param nextAt null where there is no next one
     * @return false where the attempt was given up for lost meanwhile
     */
    public boolean tried(
            Due due,
            Answer answer,
            State state,
            @Nullable Instant nextAt,
            Instant now,
            Duration took) {
        return jdbc.sql(
                                "update webhook_delivery set state = :state, next_at = :next,"
                                        + " tried_at = :now, took_ms = :took, status = :status,"
                                        + " trouble = :trouble where id = :id"
                                        + " and attempt = :attempt and state = 'WAITING'")
                        .param("state", state.name())
                        .param(
                                "next",
                                nextAt == null ? null : utc(nextAt),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("now", utc(now))
                        .param("took", (int) Math.min(took.toMillis(), Integer.MAX_VALUE))
                        .param("status", answer.status(), Types.INTEGER)
                        .param(
                                "trouble",
                                answer.trouble() == null ? null : answer.trouble().name(),
                                Types.VARCHAR)
                        .param("id", due.id())
                        .param("attempt", due.attempt())
                        .update()
                > 0;
    }

    /** What it was about is gone. */
    public void drop(Due due) {
        jdbc.sql("delete from webhook_delivery where id = ?").param(due.id()).update();
    }

    private static Due due(ResultSet row) throws SQLException {
        @Nullable UUID run = row.getObject("run_id", UUID.class);
        return new Due(
                row.getObject("id", UUID.class),
                new ProjectId(row.getObject("project_id", UUID.class)),
                WebhookEvent.valueOf(row.getString("event")),
                run == null ? null : new RunId(run),
                row.getObject("comment_id", UUID.class),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempt") + 1,
                row.getString("address"),
                row.getString("secret"));
    }
}
