package dev.wavetrain.runs.internal;

import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.SavedView;
import dev.wavetrain.runs.ViewId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code run_list_view}. */
@Component
class ViewRows {

    private static final String SELECT =
            "select v.*, a.name as owner_name from run_list_view v join account a"
                    + " on a.id = v.account_id where ";

    private final JdbcClient jdbc;

    ViewRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedView> of(UserId owner) {
        return jdbc.sql(SELECT + "v.account_id = :owner order by lower(v.name), v.name")
                .param("owner", owner.value())
                .query((row, _) -> view(row))
                .list();
    }

    Optional<SavedView> find(ViewId id) {
        return jdbc.sql(SELECT + "v.id = :id")
                .param("id", id.value())
                .query((row, _) -> view(row))
                .optional();
    }

    /** Whoever changes it next waits until this transaction has ended. */
    void lock(ViewId id) {
        var _ =
                jdbc.sql("select id from run_list_view where id = :id for update")
                        .param("id", id.value())
                        .query(UUID.class)
                        .optional();
    }

    long count(UserId owner) {
        return jdbc.sql("select count(*) from run_list_view where account_id = :owner")
                .param("owner", owner.value())
                .query(Long.class)
                .single();
    }

    void insert(SavedView view) {
        var _ =
                write(
                                """
                                insert into run_list_view (id, account_id, name, query, sorted_by,
                                grouped_by, shown_columns, pinned_columns, created_at, changed_at)
                                values (:id, :owner, :name, :query, :sorted, :grouped, :shown,
                                :pinned, :created, :changed)
                                """,
                                view)
                        .param("owner", view.owner().value())
                        .param("created", stored(view.createdAt()))
                        .update();
    }

    void update(SavedView view) {
        var _ =
                write(
                                """
                                update run_list_view set name = :name, query = :query,
                                sorted_by = :sorted, grouped_by = :grouped, shown_columns = :shown,
                                pinned_columns = :pinned, changed_at = :changed where id = :id
                                """,
                                view)
                        .update();
    }

    void delete(ViewId id) {
        var _ =
                jdbc.sql("delete from run_list_view where id = :id")
                        .param("id", id.value())
                        .update();
    }

    private JdbcClient.StatementSpec write(String sql, SavedView view) {
        ListSettings settings = view.settings();
        return jdbc.sql(sql)
                .param("id", view.id().value())
                .param("name", view.name())
                .param("query", settings.query())
                .param("sorted", settings.sort())
                .param("grouped", settings.grouping().name())
                .param("shown", String.join(",", settings.columns().names()))
                .param("pinned", String.join(",", settings.columns().pinnedNames()))
                .param("changed", stored(view.changedAt()));
    }

    private static OffsetDateTime stored(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static SavedView view(ResultSet row) throws SQLException {
        ListColumns columns =
                ListColumns.of(
                        StoredChoices.names(row.getString("shown_columns")),
                        StoredChoices.names(row.getString("pinned_columns")));
        return new SavedView(
                new ViewId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new UserId(row.getObject("account_id", UUID.class)),
                row.getString("owner_name"),
                new ListSettings(
                        row.getString("query"),
                        row.getString("sorted_by"),
                        Grouping.valueOf(row.getString("grouped_by")),
                        columns),
                time(row, "created_at"),
                time(row, "changed_at"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
