package dev.wavetrain.experiments;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SplitMix64;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;
import dev.wavetrain.training.TrainingPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a definition can be trained, and what it comes to. Evaluates the signals, but builds
 * neither windows nor weights, so that it answers while someone types.
 */
public final class DefinitionCheck {

    private final Definition definition;
    private final List<FieldError> errors = new ArrayList<>();

    private DefinitionCheck(Definition definition) {
        this.definition = definition;
    }

    /** As {@link #check(Definition, ColumnSource)}, where there are no datasets. */
    public static Checked check(Definition definition) {
        return check(definition, ColumnSource.NONE);
    }

    /**
     * @throws InvalidValue with everything that is wrong across fields: a signal that is not
     *     finite, a split that leaves nothing, sizes that memory would not hold
     */
    public static Checked check(Definition definition, ColumnSource columns) {
        return new DefinitionCheck(definition).run(columns);
    }

    private Checked run(ColumnSource columns) {
        TrainingDefinition training = definition.training();
        Network network = tried("", this::network);
        SequenceData data =
                tried("sequence", () -> SequenceData.of(definition.sequence(), columns));
        Integer train = data == null ? null : tried("", () -> trainCount(data));
        if (network != null && data != null) {
            int batch = Math.min(training.batchSize(), data.sampleCount());
            tried("", () -> fits(network, batch));
        }
        if (!errors.isEmpty() || network == null || data == null || train == null) {
            throw new InvalidValue(errors);
        }
        int validation = data.sampleCount() - train;
        return new Checked(
                network.summary(),
                train,
                validation,
                Preview.of(data, splitIndex(train, validation)),
                warnings(data, network.parameterCount(), train, definition.training().seed()));
    }

    /**
     * What tells against a run of a definition that can be trained.
     *
     * @param data the definition's
     * @param seed the run's
     */
    public static List<DefinitionWarning> warnings(
            Definition definition, SequenceData data, int parameters, long seed) {
        DefinitionCheck check = new DefinitionCheck(definition);
        return check.warnings(data, parameters, check.trainCount(data), seed);
    }

    private Network network() {
        return Network.of(
                definition.network(), definition.sequence().task(), definition.sequence().window());
    }

    private int trainCount(SequenceData data) {
        return Split.trainCount(data.sampleCount(), definition.training().validationSplit());
    }

    /** The first point that is no training sample's target. */
    private @Nullable Long splitIndex(int train, int validation) {
        if (validation == 0 || permutes()) {
            return null;
        }
        int window = definition.sequence().window();
        boolean translates = definition.sequence().task() == Task.TRANSLATE;
        return (long) train + window - (translates ? 1 : 0);
    }

    private static boolean fits(Network network, int batch) {
        TrainingPlan.requireBatchFits(network, batch);
        return true;
    }

    private boolean permutes() {
        return definition.training().shuffle() == Shuffle.ONCE_BEFORE_SPLIT;
    }

    private List<DefinitionWarning> warnings(
            SequenceData data, int parameters, int train, long seed) {
        List<DefinitionWarning> warnings = new ArrayList<>();
        TrainingDefinition training = definition.training();
        if (training.loss() == Loss.CATEGORICAL_CROSSENTROPY) {
            warnings.add(new DefinitionWarning(DefinitionWarning.Code.LOSS_CANNOT_TRAIN));
        }
        if (train < data.sampleCount()) {
            repetition(data, seed).ifPresent(warnings::add);
        }
        // Windows overlap: n of them hold n - 1 values more than one does.
        long values = (long) train + definition.sequence().window();
        if (parameters > values) {
            warnings.add(
                    new DefinitionWarning(
                            DefinitionWarning.Code.MORE_PARAMETERS_THAN_VALUES,
                            parameters,
                            values));
        }
        if (training.batchSize() > train) {
            warnings.add(
                    new DefinitionWarning(
                            DefinitionWarning.Code.BATCH_LARGER_THAN_DATA,
                            training.batchSize(),
                            train));
        }
        return warnings;
    }

    private Optional<DefinitionWarning> repetition(SequenceData data, long seed) {
        TrainingDefinition training = definition.training();
        long[] keys = WindowKeys.of(data);
        Split split =
                Split.of(
                        keys.length,
                        training.validationSplit(),
                        permutes(),
                        SplitMix64.split(seed));
        Set<Long> trained = new HashSet<>();
        for (int sample : split.train()) {
            trained.add(keys[sample]);
        }
        Set<Long> distinct = new HashSet<>(trained);
        long repeated = 0;
        for (int sample : split.validation()) {
            repeated += trained.contains(keys[sample]) ? 1 : 0;
            distinct.add(keys[sample]);
        }
        if (repeated == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new DefinitionWarning(
                        DefinitionWarning.Code.VALIDATION_REPEATS_TRAINING,
                        repeated,
                        split.validation().length,
                        distinct.size(),
                        keys.length));
    }

    private <T> @Nullable T tried(String path, Supplier<T> step) {
        try {
            return step.get();
        } catch (InvalidValue e) {
            for (FieldError error : e.errors()) {
                errors.add(path.isEmpty() ? error : error.under(path));
            }
            return null;
        }
    }
}
