package dev.wavetrain.common;

import org.jspecify.annotations.Nullable;

/** The caller sees this and may not change it. The message says who may. */
public class Forbidden extends RuntimeException {

    /** What would be needed. */
    public enum Need {
        EDITOR("Only editors and admins of the project may do this."),
        ADMIN("Only admins of the project may do this."),
        OWNER("Only the owner of this server may do this."),
        AUTHOR("Only who wrote this may do this.");

        private final String words;

        Need(String words) {
            this.words = words;
        }
    }

    private final @Nullable Need need;

    public Forbidden(String message) {
        super(message);
        this.need = null;
    }

    public Forbidden(Need need) {
        super(need.words);
        this.need = need;
    }

    /** Null where it is something else, which the message says. */
    public @Nullable Need need() {
        return need;
    }
}
