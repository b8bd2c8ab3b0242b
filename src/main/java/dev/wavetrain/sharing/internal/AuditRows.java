package dev.wavetrain.sharing.internal;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.AuditEntry;
import dev.wavetrain.sharing.AuditQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code audit_entry}, which is only ever added to. */
@Component
public class AuditRows {

    private static final String INSERT =
            """
            insert into audit_entry (at, actor_id, actor_name, action, kind, subject_id, subject,
                                     project_id, detail, address)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;

    private static final String SELECT =
            """
            select e.*, p.name as project_name
            from audit_entry e left join project p on p.id = e.project_id
            where \
            """;

    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Act act, Instant at, @Nullable String address) {
        UserId actor = act.actor();
        ProjectId project = act.project();
        Act.Kind kind = act.kind();
        jdbc.sql(INSERT)
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param(actor == null ? null : actor.value())
                .param(act.actorName())
                .param(act.action().name())
                .param(kind == null ? null : kind.name())
                .param(act.subjectId())
                .param(act.subject())
                .param(project == null ? null : project.value())
                .param(act.detail())
                .param(address)
                .update();
    }

    /**
     * The newest first.
     *
     * @param projects those that may be looked into; null for everything
     * @param before only those with a smaller number
     */
    public List<AuditEntry> list(
            @Nullable Collection<UUID> projects,
            AuditQuery query,
            long before,
            long offset,
            int most) {
        Map<String, Object> values = new HashMap<>();
        String where = where(projects, query, values);
        values.put("before", before);
        values.put("offset", offset);
        values.put("most", most);
        return jdbc.sql(
                        SELECT
                                + where
                                + " and e.number < :before"
                                + " order by e.number desc offset :offset rows"
                                + " fetch next :most rows only")
                .params(values)
                .query((row, _) -> entry(row))
                .list();
    }

    public long count(@Nullable Collection<UUID> projects, AuditQuery query) {
        Map<String, Object> values = new HashMap<>();
        String where = where(projects, query, values);
        return jdbc.sql("select count(*) from audit_entry e where " + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    /** Whoever did something there, by the last of their names. */
    public Map<UUID, String> actors(@Nullable Collection<UUID> projects, AuditQuery of, int most) {
        Map<String, Object> values = new HashMap<>();
        String where = where(projects, of, values);
        values.put("most", most);
        Map<UUID, String> names = new HashMap<>();
        jdbc.sql(
                        "select e.actor_id, max(e.actor_name) as name from audit_entry e where "
                                + where
                                + " and e.actor_id is not null group by e.actor_id"
                                + " order by 2 fetch first :most rows only")
                .params(values)
                .query(row -> {
                    names.put(row.getObject("actor_id", UUID.class), row.getString("name"));
                });
        return names;
    }

    private static String where(
            @Nullable Collection<UUID> projects, AuditQuery query, Map<String, Object> values) {
        List<String> all = new ArrayList<>(List.of("1 = 1"));
        if (projects != null) {
            all.add("e.project_id in (:projects)");
            values.put("projects", projects);
        }
        actor(query.actor(), all, values);
        if (query.action() != null) {
            all.add("e.action = :action");
            values.put("action", query.action().name());
        }
        time("e.at >= :from", "from", query.from(), all, values);
        time("e.at < :to", "to", query.to(), all, values);
        if (!query.text().isEmpty()) {
            all.add(
                    "lower(coalesce(e.actor_name, '') || ' ' || coalesce(e.subject, '') || ' ' ||"
                            + " coalesce(e.detail, '') || ' ' || coalesce(e.address, ''))"
                            + " like :text escape '!'");
            String literal = query.text().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1");
            values.put("text", "%" + literal + "%");
        }
        return String.join(" and ", all);
    }

    private static void actor(String actor, List<String> all, Map<String, Object> values) {
        if (actor.isEmpty()) {
            return;
        }
        try {
            values.put("actor", UUID.fromString(actor));
            all.add("e.actor_id = :actor");
        } catch (IllegalArgumentException name) {
            values.put("actor", actor);
            all.add("e.actor_name = :actor");
        }
    }

    private static void time(
            String condition,
            String name,
            @Nullable Instant time,
            List<String> all,
            Map<String, Object> values) {
        if (time != null) {
            all.add(condition);
            values.put(name, OffsetDateTime.ofInstant(time, ZoneOffset.UTC));
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        UUID actor = row.getObject("actor_id", UUID.class);
        UUID project = row.getObject("project_id", UUID.class);
        String kind = row.getString("kind");
        return new AuditEntry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Act(
                        AuditAction.valueOf(row.getString("action")),
                        actor == null ? null : new UserId(actor),
                        row.getString("actor_name"),
                        kind == null ? null : Act.Kind.valueOf(kind),
                        row.getObject("subject_id", UUID.class),
                        row.getString("subject"),
                        project == null ? null : new ProjectId(project),
                        row.getString("detail")),
                row.getString("project_name"),
                row.getString("address"));
    }
}
