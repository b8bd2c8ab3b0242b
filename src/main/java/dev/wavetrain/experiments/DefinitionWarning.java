package dev.wavetrain.experiments;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is allowed but tells against an experiment.
 *
 * @param arguments the numbers that the message names
 */
public record DefinitionWarning(Code code, List<Long> arguments) implements Warning {

    /** The kinds; {@code warning.CODE} in the text bundles says each with the same arguments. */
    public enum Code {
        /** Repeated, validation windows, distinct windows, all windows. */
        VALIDATION_REPEATS_TRAINING(
                "{0} of the {1} validation windows also occur in training: only {2} of all {3}"
                        + " windows are distinct, so val_loss says nothing about new data"),
        /** Parameters, training values. */
        MORE_PARAMETERS_THAN_VALUES(
                "the network has {0} parameters for {1} training values: it can learn them by"
                        + " heart"),
        /** No arguments. */
        LOSS_CANNOT_TRAIN(
                "categorical cross-entropy over a single output has no gradient: this network"
                        + " will not learn"),
        /** Batch size, training samples. */
        BATCH_LARGER_THAN_DATA(
                "a batch of {0} is larger than the {1} training samples: each epoch is one step");

        private final String message;

        Code(String message) {
            this.message = message;
        }
    }

    public DefinitionWarning {
        arguments = List.copyOf(arguments);
    }

    DefinitionWarning(Code code, long... arguments) {
        this(code, Arrays.stream(arguments).boxed().toList());
    }

    @Override
    public String name() {
        return code.name();
    }

    @Override
    public String message() {
        Object[] texts = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(code.message, Locale.ROOT).format(texts);
    }
}
