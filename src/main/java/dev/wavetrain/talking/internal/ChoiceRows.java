package dev.wavetrain.talking.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.talking.NoticeChoices;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code notice_choice} and {@code followed_project}. */
@Component
public class ChoiceRows {

    private final JdbcClient jdbc;

    ChoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Projects that the caller does not see any more are left out. */
    public NoticeChoices of(Caller caller) {
        UUID account = caller.user().value();
        Set<ProjectId> projects =
                new HashSet<>(
                        jdbc.sql("select project_id from followed_project where account_id = ?")
                                .param(account)
                                .query((row, number) ->
                                        new ProjectId(row.getObject("project_id", UUID.class)))
                                .list());
        projects.removeIf(project -> !caller.sees(project));
        return jdbc.sql("select * from notice_choice where account_id = ?")
                .param(account)
                .query((row, number) -> choices(row, projects))
                .optional()
                .orElse(NoticeChoices.USUAL);
    }

    private static NoticeChoices choices(ResultSet row, Set<ProjectId> projects)
            throws SQLException {
        return new NoticeChoices(
                row.getBoolean("mentions"),
                row.getBoolean("finished"),
                row.getBoolean("failed"),
                row.getBoolean("diverged"),
                row.getBoolean("own"),
                row.getBoolean("favourites"),
                row.getBoolean("browser"),
                projects);
    }

    /** Two pages that store at once do so one after the other. */
    public void store(UserId user, NoticeChoices wanted) {
        jdbc.sql("select id from account where id = ? for update")
                .param(user.value())
                .query(UUID.class)
                .single();
        for (String table : new String[] {"notice_choice", "followed_project"}) {
            jdbc.sql("delete from " + table + " where account_id = ?").param(user.value()).update();
        }
        jdbc.sql(
                        "insert into notice_choice (account_id, mentions, finished, failed, diverged, own,"
                                + " favourites, browser) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        user.value(),
                        wanted.mentions(),
                        wanted.finished(),
                        wanted.failed(),
                        wanted.diverged(),
                        wanted.own(),
                        wanted.favourites(),
                        wanted.browser())
                .update();
        for (ProjectId project : wanted.projects()) {
            jdbc.sql("insert into followed_project (account_id, project_id) values (?, ?)")
                    .params(user.value(), project.value())
                    .update();
        }
    }
}
