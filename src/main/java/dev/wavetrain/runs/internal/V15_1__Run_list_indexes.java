package dev.wavetrain.runs.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * Indexes for lists of runs, which differ: rows of runs are wide, and H2 reads them whole where an
 * index does not hold all that is asked; PostgreSQL reads past the wide columns by itself, and
 * holds no text as long as tags may be in an index. See {@code src/docs/decisions}.
 */
@Component
class V15_1__Run_list_indexes extends BaseJavaMigration {

    private static final List<String> H2 =
            List.of(
                    "create index run_scan on run (project_id, deleted_at, gone_at, queued_at desc,"
                            + " id desc, state, name, tags, owner_name, experiment_id,"
                            + " experiment_version, group_id, settings_key, seed, priority, epoch,"
                            + " epochs, loss, val_loss, best, best_epoch, started_at, finished_at,"
                            + " seconds, worker, failure_reason)",
                    "create index run_notes on run (notes, gone_at, id)");

    private static final List<String> POSTGRESQL =
            List.of(
                    "create index run_newest on run (project_id, queued_at desc, id desc)"
                            + " where deleted_at is null and gone_at is null",
                    "create index run_noted on run (id) where notes > ''");

    @Override
    public void migrate(Context context) throws SQLException {
        boolean h2 = context.getConnection().getMetaData().getURL().startsWith("jdbc:h2:");
        try (Statement statement = context.getConnection().createStatement()) {
            for (String sql : h2 ? H2 : POSTGRESQL) {
                statement.execute(sql);
            }
        }
    }
}
