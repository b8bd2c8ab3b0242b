package dev.wavetrain;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says so where another process has the database file open. */
class DatabaseInUse extends AbstractFailureAnalyzer<SQLException> {

    /** H2's code; the driver is there at run time alone. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, SQLException cause) {
        if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
            return null;
        }
        return new FailureAnalysis(
                "Another process has the database file open, perhaps a second Wavetrain.",
                "Stop it, or give this one another directory by wavetrain.data.",
                cause);
    }
}
