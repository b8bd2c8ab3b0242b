package dev.wavetrain.webhooks.internal;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.webhooks.Delivery;
import dev.wavetrain.webhooks.Delivery.State;
import dev.wavetrain.webhooks.Delivery.Trouble;
import dev.wavetrain.webhooks.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code webhook_delivery}, as it is written and listed. */
@Component
public class DeliveryRows {

    private static final String SELECT =
            """
            select d.*, r.name as run_name from webhook_delivery d
            left join run r on r.id = d.run_id and r.project_id = d.project_id
            """;

    private final JdbcClient jdbc;

    DeliveryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(
            UUID id,
            ProjectId project,
            WebhookEvent event,
            @Nullable RunId run,
            @Nullable UUID comment,
            Instant now) {
        jdbc.sql(
                        "insert into webhook_delivery (id, project_id, event, run_id, comment_id,"
                                + " happened_at, state, attempt, next_at) values (:id, :project,"
                                + " :event, :run, :comment, :now, 'WAITING', 0, :now)")
                .param("id", id)
                .param("project", project.value())
                .param("event", event.name())
                .param("run", run == null ? null : run.value())
                .param("comment", comment)
                .param("now", utc(now))
                .update();
    }

    /** The newest first. */
    public List<Delivery> list(ProjectId project, long from, int most) {
        return jdbc.sql(
                        SELECT
                                + " where d.project_id = :project"
                                + " order by d.happened_at desc, d.id desc"
                                + " offset :skip rows fetch first :most rows only")
                .param("project", project.value())
                .param("skip", from)
                .param("most", most)
                .query((row, number) -> delivery(row))
                .list();
    }

    public long count(ProjectId project) {
        return jdbc.sql("select count(*) from webhook_delivery where project_id = ?")
                .param(project.value())
                .query(Long.class)
                .single();
    }

    public Optional<Delivery> find(ProjectId project, UUID id) {
        return jdbc.sql(SELECT + " where d.project_id = :project and d.id = :id")
                .param("project", project.value())
                .param("id", id)
                .query((row, number) -> delivery(row))
                .optional();
    }

    public long waiting(ProjectId project, WebhookEvent event) {
        return jdbc.sql(
                        "select count(*) from webhook_delivery where project_id = ?"
                                + " and event = ? and state = 'WAITING'")
                .params(project.value(), event.name())
                .query(Long.class)
                .single();
    }

    /** Its attempts count from the first again; what was learnt of the last stays until then. */
    public boolean again(ProjectId project, UUID id, Instant now) {
        return jdbc.sql(
                                "update webhook_delivery set state = 'WAITING', attempt = 0,"
                                        + " next_at = :now"
                                        + " where project_id = :project and id = :id"
                                        + " and state <> 'WAITING'")
                        .param("project", project.value())
                        .param("id", id)
                        .param("now", utc(now))
                        .update()
                > 0;
    }

    /** Forgets the oldest that are done with. */
    public void forget(ProjectId project, int keep) {
        jdbc.sql(
                        """
                        delete from webhook_delivery
                        where project_id = :project and state <> 'WAITING' and id not in (
                            select d.id from webhook_delivery d where d.project_id = :project
                            order by d.happened_at desc, d.id desc fetch first :keep rows only)\
                        """)
                .param("project", project.value())
                .param("keep", keep)
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        @Nullable UUID run = row.getObject("run_id", UUID.class);
        @Nullable Integer took = row.getObject("took_ms", Integer.class);
        @Nullable String trouble = row.getString("trouble");
        return new Delivery(
                row.getObject("id", UUID.class),
                WebhookEvent.valueOf(row.getString("event")),
                run == null ? null : new RunId(run),
                row.getString("run_name"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                instant(row, "next_at"),
                instant(row, "tried_at"),
                took == null ? null : Duration.ofMillis(took),
                row.getObject("status", Integer.class),
                trouble == null ? null : Trouble.valueOf(trouble));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
