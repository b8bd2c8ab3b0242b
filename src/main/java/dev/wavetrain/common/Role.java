package dev.wavetrain.common;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.env.PropertyResolver;

/** What a process does of all that Wavetrain does: {@code wavetrain.role}. */
public enum Role {
    /** Everything: pages, REST and training. */
    ALL,
    /** Pages, REST and event streams; runs wait until a worker takes them. */
    WEB,
    /** Trains; answers only to whoever asks how it is. */
    WORKER;

    /** The setting's name. */
    public static final String SETTING = "wavetrain.role";

    /**
     * The role that the settings give this process, in upper or lower case; all where they give
     * none.
     *
     * @throws StartRefused where no role is called so
     */
    public static Role of(PropertyResolver settings) {
        return of(settings.getProperty(SETTING, ""));
    }

    static Role of(String written) {
        String name = written.strip().toUpperCase(Locale.ROOT);
        return name.isEmpty() ? ALL : named(name).orElseThrow(() -> unknown(written));
    }

    private static Optional<Role> named(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }

    private static StartRefused unknown(String written) {
        String known = Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
        return new StartRefused(
                SETTING + " is \"" + written + "\", which is no role.",
                "Write one of " + known + ", or leave it out for all.");
    }

    /** The role as settings write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether runs are trained in this process. */
    public boolean trains() {
        return this != WEB;
    }

    /** Whether pages and REST are served by this process. */
    public boolean serves() {
        return this != WORKER;
    }
}
