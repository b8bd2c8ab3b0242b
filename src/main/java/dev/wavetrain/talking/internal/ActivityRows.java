package dev.wavetrain.talking.internal;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.talking.Activity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads what happened from the rows that say so already: runs, comments, and what was written down
 * of members. What is in the bin, or was taken back, did not happen.
 */
@Component
public class ActivityRows {

    private static final String ALL =
            """
            from (
                select queued_at as happened_at, 'QUEUED' as kind, owner_name as actor,
                    id as run_id, name as subject, '' as detail
                from run where project_id = :project and group_id is null
                    and deleted_at is null and gone_at is null
                union all
                select created_at, 'SEEDS_QUEUED', owner_name, null, name,
                    cast(seeds as varchar(20))
                from run_group where project_id = :project
                union all
                select finished_at, state, '', id, name, ''
                from run where project_id = :project and finished_at is not null
                    and deleted_at is null and gone_at is null
                union all
                select c.created_at, 'COMMENTED', a.name, r.id, r.name, ''
                from run_comment c join run r on r.id = c.run_id
                    join account a on a.id = c.author_id
                where r.project_id = :project and c.deleted_at is null
                    and r.deleted_at is null and r.gone_at is null
                union all
                select at, action, coalesce(actor_name, ''), null,
                    case when action = 'INVITATION_MADE' then '' else coalesce(subject, '') end,
                    coalesce(detail, '')
                from audit_entry where project_id = :project
                    and action in ('PROJECT_MADE', 'PROJECT_RENAMED', 'MEMBER_ADDED',
                        'MEMBER_CHANGED', 'MEMBER_REMOVED', 'INVITATION_MADE')
            ) as happened\
            """;

    private final JdbcClient jdbc;

    ActivityRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest first; of a run, its end above its beginning. */
    public List<Activity> list(ProjectId project, long from, int most) {
        return jdbc.sql(
                        "select * "
                                + ALL
                                + " order by happened_at desc, run_id, kind"
                                + " offset :skip rows fetch first :most rows only")
                .param("project", project.value())
                .param("skip", from)
                .param("most", most)
                .query((row, number) -> activity(row))
                .list();
    }

    public long count(ProjectId project) {
        return jdbc.sql("select count(*) " + ALL)
                .param("project", project.value())
                .query(Long.class)
                .single();
    }

    private static Activity activity(ResultSet row) throws SQLException {
        @Nullable UUID run = row.getObject("run_id", UUID.class);
        return new Activity(
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                Activity.Kind.valueOf(row.getString("kind")),
                Objects.requireNonNullElse(row.getString("actor"), ""),
                run == null ? null : new RunId(run),
                row.getString("subject"),
                row.getString("detail"));
    }
}
