package dev.wavetrain.common;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What may keep the database from working for a while, told from faults in what it was asked. Codes
 * are those of H2's {@code ErrorCode} and of PostgreSQL's appendix "PostgreSQL Error Codes".
 */
public enum DatabaseTrouble {
    /** Stopped, restarting, out of connections or cut off. */
    AWAY(
            "The database does not answer. What was stored is safe and runs wait for it; try again"
                    + " in a moment."),
    /** It answers, and cannot write. */
    FULL(
            "The database cannot write; its disk may be full. What was stored stays readable; make"
                    + " room and try again.");

    private static final String POSTGRESQL_DISK_FULL = "53100";
    private static final int H2_GENERAL = 50000;
    private static final Set<Integer> H2_CANNOT_WRITE = Set.of(90028, 90031, 90098);
    private static final Set<Integer> H2_GONE = Set.of(90020, 90067, 90121);

    /** Connection, resources, operator's intervention, system; a server that only reads. */
    private static final Set<String> POSTGRESQL_GONE = Set.of("08", "53", "57P", "58", "25006");

    /** What Hikari says, and no more, of a connection that broke in the middle of something. */
    private static final String CUT_OFF = "Connection is closed";

    private final String words;

    DatabaseTrouble(String words) {
        this.words = words;
    }

    /** What to tell whoever asked, in English. */
    public String words() {
        return words;
    }

    /** The trouble that an exception comes from; empty where it is none of the database's. */
    public static Optional<DatabaseTrouble> of(Throwable failed) {
        return causes(failed)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(cause -> of(cause).stream())
                .findFirst();
    }

    /** Suppressed ones too: a rollback that fails hides why it was tried. */
    private static Stream<Throwable> causes(Throwable failed) {
        return Causes.of(failed)
                .flatMap(cause ->
                        Stream.concat(
                                Stream.of(cause),
                                Stream.of(cause.getSuppressed()).flatMap(Causes::of)));
    }

    private static Optional<DatabaseTrouble> of(SQLException failed) {
        String state = failed.getSQLState() == null ? "" : failed.getSQLState();
        int code = failed.getErrorCode();
        if (state.equals(POSTGRESQL_DISK_FULL)
                || H2_CANNOT_WRITE.contains(code)
                || code == H2_GENERAL && causes(failed).anyMatch(IOException.class::isInstance)) {
            return Optional.of(FULL);
        }
        boolean away =
                failed instanceof SQLTransientConnectionException
                        || failed instanceof SQLNonTransientConnectionException
                        || failed instanceof SQLRecoverableException
                        || CUT_OFF.equals(failed.getMessage())
                        || H2_GONE.contains(code)
                        || POSTGRESQL_GONE.stream().anyMatch(state::startsWith);
        return away ? Optional.of(AWAY) : Optional.empty();
    }
}
