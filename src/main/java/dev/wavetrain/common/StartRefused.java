package dev.wavetrain.common;

import java.io.Serial;

/** The server cannot start as it is set up: what is wrong, and what to do. */
public final class StartRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final String action;

    public StartRefused(String description, String action) {
        super(description);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
