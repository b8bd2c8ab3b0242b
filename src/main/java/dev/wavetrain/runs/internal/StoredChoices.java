package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.runs.ListChoices;
import dev.wavetrain.runs.ListColumns;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code run_list_setting}. */
@Service
class StoredChoices implements ListChoices {

    private static final String COLUMNS = "columns";
    private static final String PINNED = "pinned";

    private final JdbcClient jdbc;

    StoredChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ListColumns columns(Caller caller) {
        Map<String, String> kept = new HashMap<>();
        jdbc.sql("select name, content from run_list_setting where account_id = :account")
                .param("account", caller.user().value())
                .query((RowCallbackHandler) row -> kept.put(row.getString(1), row.getString(2)));
        return ListColumns.of(
                names(kept.getOrDefault(COLUMNS, "")), names(kept.getOrDefault(PINNED, "")));
    }

    @Override
    @Transactional
    public void chooseColumns(Caller caller, @Nullable ListColumns columns) {
        keep(caller, COLUMNS, columns == null ? List.of() : columns.names());
        keep(caller, PINNED, columns == null ? List.of() : columns.pinnedNames());
    }

    private void keep(Caller caller, String name, List<String> content) {
        jdbc.sql("delete from run_list_setting where account_id = :account and name = :name")
                .param("account", caller.user().value())
                .param("name", name)
                .update();
        if (!content.isEmpty()) {
            jdbc.sql(
                            "insert into run_list_setting (account_id, name, content)"
                                    + " values (:account, :name, :content)")
                    .param("account", caller.user().value())
                    .param("name", name)
                    .param("content", String.join(",", content))
                    .update();
        }
    }

    /** What {@code String.join} has put together. */
    static List<String> names(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(","));
    }
}
