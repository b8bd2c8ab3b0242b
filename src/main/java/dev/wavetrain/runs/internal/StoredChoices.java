package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.runs.ListChoices;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code run_list_setting}. */
@Service
class StoredChoices implements ListChoices {

    private static final String COLUMNS = "columns";

    private final JdbcClient jdbc;

    StoredChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> columns(Caller caller) {
        return jdbc.sql(
                        "select content from run_list_setting"
                                + " where account_id = :account and name = :name")
                .param("account", caller.user().value())
                .param("name", COLUMNS)
                .query(String.class)
                .optional()
                .map(text -> List.of(text.split(",")))
                .orElse(List.of());
    }

    @Override
    @Transactional
    public void chooseColumns(Caller caller, List<String> columns) {
        jdbc.sql("delete from run_list_setting where account_id = :account and name = :name")
                .param("account", caller.user().value())
                .param("name", COLUMNS)
                .update();
        if (!columns.isEmpty()) {
            jdbc.sql(
                            "insert into run_list_setting (account_id, name, content)"
                                    + " values (:account, :name, :content)")
                    .param("account", caller.user().value())
                    .param("name", COLUMNS)
                    .param("content", String.join(",", columns))
                    .update();
        }
    }
}
