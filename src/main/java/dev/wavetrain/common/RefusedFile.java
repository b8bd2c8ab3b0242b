package dev.wavetrain.common;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's file is refused. What is told of it may be repeated to anybody, however it is named.
 */
public abstract class RefusedFile extends RuntimeException {

    private static final int LONGEST_DETAIL = 60;

    private final List<String> arguments;

    /**
     * @param words why, with {@code {0}} and so on where details go
     * @param arguments the details, perhaps from the file
     */
    protected RefusedFile(@Nullable Throwable cause, String words, Object... arguments) {
        super(message(words, said(arguments)), cause);
        this.arguments = said(arguments);
    }

    /** The details as they may be repeated. */
    public List<String> arguments() {
        return arguments;
    }

    private static List<String> said(Object... arguments) {
        return Arrays.stream(arguments).map(RefusedFile::safe).toList();
    }

    private static String message(String words, List<String> arguments) {
        String message = words;
        for (int i = 0; i < arguments.size(); i++) {
            message = message.replace("{" + i + "}", arguments.get(i));
        }
        return message;
    }

    /** Neither long, nor able to turn the sentence around or to stand for another detail. */
    private static String safe(Object argument) {
        String text = argument.toString().replaceAll("[\\p{Cntrl}\\p{Cf}{}]", "?");
        return Shortened.of(text, LONGEST_DETAIL);
    }
}
