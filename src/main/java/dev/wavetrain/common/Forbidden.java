package dev.wavetrain.common;

/** The caller sees what this is about, but may not do it. */
public class Forbidden extends RuntimeException {

    /** What would be needed. */
    public enum Need {
        EDITOR("Only editors and admins of the project may do this."),
        ADMIN("Only admins of the project may do this."),
        OWNER("Only the owner of this server may do this.");

        private final String words;

        Need(String words) {
            this.words = words;
        }
    }

    private final Need need;

    public Forbidden(Need need) {
        super(need.words);
        this.need = need;
    }

    public Need need() {
        return need;
    }
}
