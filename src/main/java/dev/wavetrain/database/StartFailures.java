package dev.wavetrain.database;

import dev.wavetrain.common.Causes;
import dev.wavetrain.common.StartRefused;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in words why the database did not let the server start. */
class StartFailures implements FailureAnalyzer {

    /** H2's code; the driver is there at run time alone. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    private static final String SETTINGS =
            "Check wavetrain.database.url, wavetrain.database.user and"
                    + " wavetrain.database.password.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure)
                .map(StartFailures::known)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable FailureAnalysis known(Throwable cause) {
        if (cause instanceof StartRefused refused) {
            return new FailureAnalysis(refused.getMessage(), refused.action(), refused);
        }
        return cause instanceof SQLException failed ? known(failed) : null;
    }

    private static @Nullable FailureAnalysis known(SQLException failed) {
        String said = "(" + failed.getMessage() + ")";
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        if (failed.getErrorCode() == DATABASE_ALREADY_OPEN) {
            return new FailureAnalysis(
                    "Another process has the database file open, perhaps a second Wavetrain.",
                    "Stop it, or give this one another directory by wavetrain.data.",
                    failed);
        }
        return switch (state) {
            case "28P01", "28000" ->
                    new FailureAnalysis(
                            "The database refused the user or the password. " + said,
                            SETTINGS,
                            failed);
            case "08001", "08004", "08006" ->
                    new FailureAnalysis(
                            "The database cannot be reached. " + said,
                            "Start it, or check wavetrain.database.url.",
                            failed);
            case "3D000" ->
                    new FailureAnalysis(
                            "There is no such database. " + said,
                            "Create it, or check the name at the end of wavetrain.database.url.",
                            failed);
            case "42501" ->
                    new FailureAnalysis(
                            "The database user may not create tables. " + said,
                            "Make the user the database's owner, or: grant create on schema public"
                                    + " to the user.",
                            failed);
            default -> null;
        };
    }
}
