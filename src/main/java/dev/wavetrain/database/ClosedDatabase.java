package dev.wavetrain.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * H2 closes its file where it cannot write, for one when the disk is full. Connections from before
 * then fail for ever, though they call themselves valid: only a new one opens the file again.
 */
public class ClosedDatabase implements SQLExceptionOverride {

    private static final int DATABASE_CLOSED = 90098;

    @java.lang.Override
    public Override adjudicate(SQLException failed) {
        return failed.getErrorCode() == DATABASE_CLOSED
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }
}
