package dev.wavetrain.runs;

import dev.wavetrain.common.Shortened;

/**
 * Why a run has ended badly. The text bundles say it in each language as {@code failure.REASON},
 * with {@code detail} as argument {0}.
 *
 * @param detail what the reason's message names: an epoch, an amount or the words of an exception
 */
public record Failure(Reason reason, String detail) {

    /** The kinds of bad endings, each with its message and what to try. */
    public enum Reason {
        DIVERGED(
                "The loss stopped being a number in epoch {0}. Try a learning rate ten times"
                        + " lower, or another optimizer."),
        OUT_OF_MEMORY(
                "There was not enough memory to train this. Try fewer units, a smaller batch or"
                        + " window, or give the server more memory. ({0})"),
        DATA("The sequence could not be prepared: {0}."),
        BEGINNING(
                "The weights it was to go on from cannot be read any more. Train on from the"
                        + " checkpoint again."),
        STORE("The results could not be stored: {0}."),
        ABANDONED(
                "The server stopped {0} times in a row while this run trained without finishing"
                        + " an epoch. It may need more memory than there is."),
        ERROR("Training failed: {0}.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    public static final int LONGEST_DETAIL = 1_000;

    public Failure {
        detail = Shortened.beginning(detail, LONGEST_DETAIL);
    }

    /** An exception in words: its message, or its kind where it has none. */
    public static String words(Throwable failed) {
        String message = failed.getMessage();
        return message == null || message.isBlank() ? failed.getClass().getSimpleName() : message;
    }

    /** What happened and what to try, in English. */
    public String message() {
        return reason.message.replace("{0}", detail);
    }
}
