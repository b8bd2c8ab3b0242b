package dev.wavetrain.sharing;

import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the database what accounts may do. */
@Component
class AccessReader {

    private static final String ACCOUNT =
            """
            select a.name, a.active, a.access_version, a.session_number, a.chosen_project,
                   p.id as home, s.owner_id
            from account a
            join project p on p.personal_of = a.id
            left join server s on s.owner_id = a.id
            where a.id = :id\
            """;

    private final JdbcClient jdbc;

    AccessReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @throws NotFound where there is no such account
     */
    Access read(UserId user) {
        Map<ProjectId, MemberRole> roles = new HashMap<>();
        jdbc.sql(
                        "select m.project_id, m.role from membership m"
                                + " join project p on p.id = m.project_id"
                                + " where m.account_id = :id and p.deleted_at is null")
                .param("id", user.value())
                .query(row -> {
                    roles.put(
                            new ProjectId(row.getObject("project_id", UUID.class)),
                            MemberRole.valueOf(row.getString("role")));
                });
        return jdbc.sql(ACCOUNT)
                .param("id", user.value())
                .query((row, number) -> access(row, roles))
                .optional()
                .orElseThrow(() -> new NotFound("account", user));
    }

    private static Access access(ResultSet row, Map<ProjectId, MemberRole> roles)
            throws SQLException {
        ProjectId chosen = project(row, "chosen_project");
        return new Access(
                row.getString("name"),
                row.getBoolean("active"),
                row.getObject("owner_id") != null,
                row.getLong("access_version"),
                row.getLong("session_number"),
                new ProjectId(row.getObject("home", UUID.class)),
                chosen == null || !roles.containsKey(chosen) ? null : chosen,
                roles);
    }

    private static @Nullable ProjectId project(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new ProjectId(id);
    }

    /** The versions of these accounts' access. */
    Map<UserId, Long> versions(Collection<UserId> users) {
        Map<UserId, Long> versions = new HashMap<>();
        jdbc.sql("select id, access_version from account where id in (:ids)")
                .param("ids", users.stream().map(UserId::value).toList())
                .query(row -> {
                    versions.put(
                            new UserId(row.getObject("id", UUID.class)),
                            row.getLong("access_version"));
                });
        return versions;
    }
}
