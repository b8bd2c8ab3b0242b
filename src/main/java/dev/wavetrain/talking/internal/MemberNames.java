package dev.wavetrain.talking.internal;

import dev.wavetrain.common.ProjectId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who can be called: the members of a project that may sign in. */
@Component
public class MemberNames {

    /** A member by name. */
    public record Named(UUID account, String name) {}

    private final JdbcClient jdbc;

    MemberNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By name. */
    public List<Named> of(ProjectId project) {
        return jdbc.sql(
                        """
                        select a.id, a.name from membership m
                        join account a on a.id = m.account_id
                        where m.project_id = :project and a.active = true
                        order by a.name_key\
                        """)
                .param("project", project.value())
                .query((row, number) ->
                        new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }
}
