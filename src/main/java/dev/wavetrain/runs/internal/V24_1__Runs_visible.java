package dev.wavetrain.runs.internal;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/**
 * PostgreSQL wrote every run anew for the columns before this, and forgot which of them everybody
 * may see: until it is told, a count looks up each run beside the index. It would tell itself only
 * after many more runs.
 */
@Component
class V24_1__Runs_visible extends BaseJavaMigration {

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        if (context.getConnection().getMetaData().getURL().startsWith("jdbc:h2:")) {
            return;
        }
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("vacuum (analyze) run");
        }
    }
}
