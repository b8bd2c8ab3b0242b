package dev.wavetrain.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a filled database is: the system properties {@code fill.data}, a folder for H2, or {@code
 * store.url}, {@code store.user} and {@code store.password} of PostgreSQL instead.
 */
final class Filled {

    private static final String URL = System.getProperty("store.url", "");

    private Filled() {}

    static boolean isFolder() {
        return URL.isBlank();
    }

    static Path folder() {
        return Path.of(System.getProperty("fill.data", "target/filled")).toAbsolutePath();
    }

    /** What the application is started with. */
    static String[] settings() {
        List<String> settings =
                new ArrayList<>(List.of("--server.port=0", "--logging.level.dev.wavetrain=warn"));
        if (isFolder()) {
            settings.add("--wavetrain.data=" + folder());
        } else {
            settings.add("--wavetrain.database.url=" + URL);
            settings.add("--wavetrain.database.user=" + System.getProperty("store.user"));
            settings.add("--wavetrain.database.password=" + System.getProperty("store.password"));
        }
        return settings.toArray(String[]::new);
    }
}
