package dev.wavetrain.exchange;

import dev.wavetrain.common.RefusedFile;
import org.jspecify.annotations.Nullable;

/**
 * A model file that is refused, whole: nothing of it is kept. The text bundles say why in each
 * language as {@code model.bad.REASON}, with the same arguments.
 */
public class BadModelFile extends RefusedFile {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        TOO_LARGE("The file is larger than {0} MB."),
        NO_FILE("There is no file in the field \"file\"."),
        NOT_A_MODEL("It is neither a DL4J zip, nor a .keras file, nor a Keras .h5 file."),
        TRUNCATED("Its end is missing, or it is damaged."),
        BOMB("It unpacks to far more than its size."),
        UNKNOWN_ENTRY("It has an entry that does not belong there: {0}."),
        TWICE("It has {0} twice."),
        MISSING("It lacks {0}."),
        JSON("{0} is not valid JSON, or too deep or too long."),
        ONLY_WEIGHTS("It has weights and no network: save the whole model, not its weights alone."),
        NORMALIZER("It has a normalizer of DL4J's, which is not read: save the model without."),
        SCALED("It decodes values that were scaled, which cannot be undone in its weights."),
        /** Type and name. */
        LAYER("Layers of the type {0} are not supported: \"{1}\"."),
        /** Setting, its value, layer. */
        SETTING("{0} = {1} is not supported: layer \"{2}\"."),
        TOO_MANY_LAYERS("It has {0} layers; at most {1} are read."),
        TOO_MANY_UNITS("Layer \"{0}\" is not between 1 and {1} units wide."),
        TOO_MANY_PARAMETERS("It has more parameters than the file, or this server, holds."),
        MIXED("Its recurrent layers are of several kinds: {0} and {1}."),
        NO_RECURRENT_LAYER("It has no SimpleRNN, LSTM or GRU layer."),
        NO_OUTPUT("It does not end with a Dense layer of one linear output."),
        FEATURES("It reads {0} features a step; models here read one."),
        OUTPUTS("It gives {0} outputs a step; models here give one."),
        STRUCTURE("Its layers are not connected in a way that is supported: layer \"{0}\"."),
        SHAPE("The weights \"{0}\" do not have the shape that their layer needs."),
        NOT_FINITE("The weights \"{0}\" have values that are not finite."),
        WINDOW("A window of {0} steps is not between 1 and {1}."),
        LINK("It has links to other places or files: {0}."),
        COMPRESSED("The weights \"{0}\" are compressed or cut into pieces.");

        private final String message;

        Reason(String message) {
            this.message = message;
        }
    }

    private final Reason reason;

    public BadModelFile(Reason reason, Object... arguments) {
        this(null, reason, arguments);
    }

    public BadModelFile(@Nullable Throwable cause, Reason reason, Object... arguments) {
        super(cause, "The model is refused. " + reason.message, arguments);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
