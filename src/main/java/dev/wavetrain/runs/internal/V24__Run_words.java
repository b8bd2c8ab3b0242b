package dev.wavetrain.runs.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * What words are looked for in, as one text in lower case that the database itself keeps, and
 * whether there are notes besides. Name, tags and owner are set apart by a character that nobody
 * can search for.
 *
 * <p>The newest runs of a project lie side by side in an index of each database, so that a page of
 * them is read without sorting. H2 has no index by settings any more: it took that one rather than
 * the one that holds all columns of lists, and read every row whole.
 */
@Component
class V24__Run_words extends BaseJavaMigration {

    private static final List<String> H2 =
            List.of(
                    "drop index run_scan",
                    "alter table run add (words varchar(3000) generated always as"
                            + " (lower(name || char(31) || tags || char(31) || owner_name)),"
                            + " noted boolean generated always as (notes > ''))",
                    "create index run_scan on run (project_id, deleted_at, queued_at desc, id desc,"
                            + " gone_at, words, noted, state, name, tags, owner_name,"
                            + " experiment_id, experiment_version, group_id, settings_key, seed,"
                            + " priority, epoch, epochs, loss, val_loss, best, best_epoch,"
                            + " started_at, finished_at, seconds, worker, failure_reason)",
                    "drop index run_notes",
                    "create index run_notes on run (gone_at, noted, notes, id)",
                    "drop index run_settings");

    private static final List<String> POSTGRESQL =
            List.of(
                    "alter table run add column words varchar(3000) generated always as"
                            + " (lower(name || chr(31) || tags || chr(31) || owner_name)) stored,"
                            + " add column noted boolean generated always as (notes > '') stored",
                    "drop index run_newest",
                    "create index run_newest on run (project_id, deleted_at, queued_at desc,"
                            + " id desc) where gone_at is null",
                    "drop index run_noted",
                    "create index run_noted on run (id) where noted");

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
