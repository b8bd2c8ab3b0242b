package dev.wavetrain.common;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * The words that a rule's message is filled with: what was wanted, what is missing, what a limit
 * counts. Its English is here, for the REST API; {@code reason.NAME} in the text bundles says the
 * same in each language, with the same arguments.
 */
public enum Reason {
    // after "must be"
    AN_OBJECT("an object"),
    A_TEXT("a text"),
    TRUE_OR_FALSE("true or false"),
    A_NUMBER("a number"),
    A_WHOLE_NUMBER("a whole number"),
    WHOLE_NUMBERS("a list of whole numbers"),

    A_NAME_IN_ADDRESSES(
            "a name of small letters a to z, digits and hyphens that begins with a letter"),

    AN_HTTPS_ADDRESS("an address that begins with https://"),
    AN_HTTP_ADDRESS("an address that begins with https:// or http://"),

    // after "leaves no sample to"
    TRAIN_ON("train on"),
    VALIDATE_ON("validate on"),

    // after "would need"
    PARAMETERS("{0} parameters"),
    LAYERS("{0} layers"),
    NUMBERS_IN_WINDOWS("{0} numbers in {1} windows"),
    WORK_SPACE("{0} MB of work space"),
    BYTES("{0} bytes"),
    ROWS("{0} rows"),

    // after "is not allowed here"
    SAME_AS_FROM("it is the same as from"),
    X_HAS_NO_VALUE("x has no value in it"),
    OTHER_LENGTH("it has another number of rows than the input"),
    ONLY_TRANSLATE_HAS_TARGET("only a TRANSLATE task has a target"),
    MIXED_SOURCES("input and target are both expressions or both dataset columns"),
    ROWS_ARE_POINTS("the rows of a dataset are its points"),
    IS_A_COLUMN("the series is a dataset''s column"),
    OTHER_NETWORK("the weights belong to a network of another shape"),
    EXPERIMENT_HAS_DATA("the experiment says what the data are"),
    NO_VALIDATION("there is no validation split to watch"),
    CONTROL_CHARACTERS("control characters"),
    COLON("a colon"),
    SEED_GIVEN_TOO("give seed or seeds, not both"),
    SAME_GROUP("it is the same group"),
    PAST("a time that has passed"),
    DAYS_AWAY("a time more than {0} days away"),
    OPEN_ALREADY("there are {0} open ones already"),
    NOT_THE_PASSWORD("it is not your password now"),
    TAKEN("the name is taken"),
    OF_OTHER_PROJECT("it belongs to another project"),
    CREDENTIALS("a name or password"),
    INSIDE_THE_NETWORK("it leads into the network of this server"),
    OTHER_NAME("it is another name"),
    HAS_TIMES("the column holds times, not numbers"),
    HAS_TEXT("the column holds text, not numbers"),
    HAS_NOTHING("the column is empty"),
    NO_NUMBER_AT("line {0} of the file has no number: {1}"),

    // after "has a syntax error at character"
    MISSING("''{0}'' is missing"),
    NOT_EXPECTED("''{0}'' is not expected"),
    NOT_KNOWN("''{0}'' is not known"),
    INCOMPLETE_NUMBER("a number is not complete"),
    NOTHING_AT_END("a number, x or a function is missing at the end"),
    TOO_DEEP("it is nested too deeply"),
    UNCLOSED_QUOTE("a quote is not closed"),
    ENDS_TOO_SOON("something is missing after ''{0}''"),
    TOO_MANY_CONDITIONS("there are more than {0} conditions"),
    NO_FIELD("there is no field ''{0}''"),
    NO_FIELD_BUT("there is no field ''{0}''; perhaps ''{1}'' is meant"),
    OPERATOR_DOES_NOT_FIT("''{0}'' cannot be asked of ''{1}''"),
    NOT_A_VALUE_OF("''{0}'' is no value of ''{1}'', which is one of {2}"),
    NO_NUMBER("''{0}'' is no number, which ''{1}'' has"),
    NO_TIME("''{0}'' is no time, which ''{1}'' has: write 2d, 3h or 2026-11-21"),
    ONLY_EMPTY("''{0}'' can only be asked whether it is empty");

    /**
     * A reason with the values it names.
     *
     * @param arguments as the message numbers them
     */
    public record Named(Reason reason, List<Object> arguments) {

        public Named {
            arguments = List.copyOf(arguments);
        }

        /** The English words. */
        @Override
        public String toString() {
            return reason.english(arguments);
        }
    }

    private final String english;

    Reason(String english) {
        this.english = english;
    }

    public Named of(Object... arguments) {
        return new Named(this, List.of(arguments));
    }

    /** The English words, with the arguments written plainly (no digit grouping). */
    private String english(List<Object> arguments) {
        Object[] texts = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(english, Locale.ROOT).format(texts);
    }

    /** The English words of a reason that names no value. */
    @Override
    public String toString() {
        return english(List.of());
    }
}
