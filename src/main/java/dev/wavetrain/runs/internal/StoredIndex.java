package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.RunIndex;
import jakarta.annotation.PostConstruct;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Settings of runs in the database; completed whenever the server starts. */
@Service
class StoredIndex implements RunIndex {

    private static final int AT_ONCE = 200;

    private record Unknown(UUID run, String definition) {}

    private final JdbcClient jdbc;
    private final SettingRows settings;
    private final TransactionOperations transaction;

    StoredIndex(JdbcClient jdbc, SettingRows settings, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.transaction = transaction;
    }

    @PostConstruct
    void start() {
        transaction.executeWithoutResult(_ -> forget());
        transaction.executeWithoutResult(_ -> revisit());
        complete();
    }

    /** Settings whose last run was deleted for good, which may be anybody's formulas. */
    private void forget() {
        List<UUID> unused =
                jdbc.sql(
                                """
                                select settings_key from run_setting
                                except select settings_key from run
                                """)
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list();
        unused.forEach(key ->
                jdbc.sql(
                                """
                                delete from run_setting where settings_key = :key
                                and not exists (select 1 from run where settings_key = :key)
                                """)
                        .param("key", key)
                        .update());
    }

    /** Another process may have queued an equal run while the settings were being forgotten. */
    private void revisit() {
        jdbc.sql(
                        """
                        update run set settings_key = null where settings_key is not null and not exists
                        (select 1 from run_setting where run_setting.settings_key = run.settings_key)
                        """)
                .update();
    }

    @Override
    public void complete() {
        jdbc.sql(
                        """
                        update run set seconds = extract(epoch from (finished_at - started_at))
                        where settings_key is null and finished_at is not null and started_at is not null
                        """)
                .update();
        while (Boolean.TRUE.equals(transaction.execute(_ -> some()))) {
            // A part of them in each transaction.
        }
    }

    /** Whether there may be more. */
    private boolean some() {
        List<Unknown> runs =
                jdbc.sql(
                                "select id, definition from run where settings_key is null"
                                        + " fetch first "
                                        + AT_ONCE
                                        + " rows only")
                        .query((row, _) ->
                                new Unknown(row.getObject("id", UUID.class), row.getString(2)))
                        .list();
        for (Unknown run : runs) {
            jdbc.sql("update run set settings_key = :key where id = :run")
                    .param("key", settings.keep(run.definition()))
                    .param("run", run.run())
                    .update();
        }
        return runs.size() == AT_ONCE;
    }
}
