package dev.wavetrain.runs.internal;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * On H2 the index of notes begins with {@code gone_at}, which every query asks for: else H2 takes
 * another that does, and reads every row whole.
 */
@Component
class V15_3__Run_notes_index extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        if (!context.getConnection().getMetaData().getURL().startsWith("jdbc:h2:")) {
            return;
        }
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("drop index run_notes");
            statement.execute("create index run_notes on run (gone_at, notes, id)");
        }
    }
}
