package dev.wavetrain.sharing;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.Shortened;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Stream;

/** A new account's name and password, checked. Never printed with its password. */
record Credentials(String name, String password) {

    static final int LONGEST_NAME = 64;
    static final int SHORTEST_PASSWORD = 8;

    /** bcrypt reads no further. */
    static final int MOST_PASSWORD_BYTES = 72;

    Credentials {
        name = name.strip();
        int bytes = password.getBytes(StandardCharsets.UTF_8).length;
        new Rules()
                .line("name", name, LONGEST_NAME)
                // Basic authentication ends the name at the first colon.
                .that(name.indexOf(':') < 0, "name", Rule.NOT_ALLOWED, Reason.COLON)
                .that(!password.isEmpty(), "password", Rule.REQUIRED)
                .that(
                        bytes <= MOST_PASSWORD_BYTES,
                        "password",
                        Rule.TOO_LARGE,
                        Reason.BYTES.of(bytes),
                        MOST_PASSWORD_BYTES)
                .check();
    }

    /** For passwords that people choose; whoever writes the settings may take a shorter one. */
    static void requireLength(String password) {
        new Rules()
                .that(
                        password.length() >= SHORTEST_PASSWORD,
                        "password",
                        Rule.TOO_SHORT,
                        SHORTEST_PASSWORD)
                .check();
    }

    /** A name that an account may have, made of any, and endless others with a number behind it. */
    static Stream<String> namesLike(String wanted) {
        String allowed = wanted.replace(':', '-').strip();
        String name = allowed.isEmpty() ? "user" : allowed;
        return Stream.iterate(1, number -> number + 1)
                .map(number -> number == 1 ? cut(name, "") : cut(name, "-" + number));
    }

    private static String cut(String name, String end) {
        int longest = LONGEST_NAME - end.length();
        return Shortened.beginning(name, longest).strip() + end;
    }

    /** The form in which names are compared, so that no two accounts look alike. */
    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Credentials[" + name + "]";
    }
}
