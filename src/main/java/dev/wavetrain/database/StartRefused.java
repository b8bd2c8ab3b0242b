package dev.wavetrain.database;

import java.io.Serial;

/** The server cannot start on this database: what is wrong, and what to do. */
final class StartRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final String action;

    StartRefused(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }
}
