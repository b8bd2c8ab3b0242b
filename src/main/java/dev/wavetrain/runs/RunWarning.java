package dev.wavetrain.runs;

import dev.wavetrain.experiments.Warning;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/** What tells against a run's result. */
public record RunWarning(Code code, List<Number> arguments) implements Warning {

    /** The kinds, with the arguments of their messages. */
    public enum Code {
        /** The net's loss, that of copying over the same samples: see {@link Verdict}. */
        WORSE_THAN_LAST_VALUE(
                "the loss is {0}, that of copying the last value over the same samples {1}: this net"
                        + " is no better than copying"),
        /**
         * By how many per cent the loss fell over the last tenth of the epochs: see {@link
         * StillFalling}.
         */
        STILL_IMPROVING(
                "the run ended while its loss still fell, by {0} % over the last tenth of"
                        + " its epochs"),
        /** The last epoch's loss, the best one's, and the best epoch. */
        LAST_WORSE_THAN_BEST(
                "the last epoch''s loss is {0}, the best {1} in epoch {2}: use the best"
                        + " checkpoint");

        private final String message;

        Code(String message) {
            this.message = message;
        }
    }

    public RunWarning {
        arguments = List.copyOf(arguments);
    }

    RunWarning(Code code, Number... arguments) {
        this(code, List.of(arguments));
    }

    @Override
    public String name() {
        return code.name();
    }

    @Override
    public String message() {
        Object[] texts =
                arguments.stream()
                        .map(number ->
                                number instanceof Long
                                        ? number.toString()
                                        : String.format(Locale.ROOT, "%.3g", number.doubleValue()))
                        .toArray();
        return new MessageFormat(code.message, Locale.ROOT).format(texts);
    }
}
