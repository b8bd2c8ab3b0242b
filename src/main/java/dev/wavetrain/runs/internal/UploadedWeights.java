package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.checkpoints.NewCheckpoint;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.exchange.BadModelFile;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionWarning;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SplitMix64;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.Scales;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.training.Label;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;
import dev.wavetrain.training.TrainingPlan;
import dev.wavetrain.training.WeightsLoss;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weights of others, measured on the data of a definition: all that a run of them needs.
 *
 * @param valLoss null without validation
 */
record UploadedWeights(
        SequenceData data,
        double loss,
        @Nullable Double valLoss,
        BaselineLosses baselines,
        List<DefinitionWarning> warnings,
        NewCheckpoint checkpoint) {

    /** No epoch was trained here. */
    static final int EPOCH = 0;

    /** Multiplications, seconds to a minute of them. */
    private static final double MOST_WORK = 3e11;

    /**
     * @throws InvalidValue where the definition cannot be trained, or measuring would take too long
     * @throws BadModelFile where the net's loss is no number
     */
    static UploadedWeights measured(SavedModel model, Definition definition, ColumnSource columns) {
        var _ = DefinitionCheck.check(definition, columns);
        TrainingDefinition training = definition.training();
        Network network = model.network();
        SequenceData data = SequenceData.of(definition.sequence(), columns);
        requireWork(network, data);
        Scales scales = scales(data, training);
        TrainingPlan plan =
                new TrainingPlan(
                        network,
                        definition.network().biasInit(),
                        data.samples(scales),
                        training,
                        training.seed(),
                        null,
                        scales);
        WeightsLoss losses = WeightsLoss.of(plan, model.parameters());
        Double valLoss = training.validationSplit() > 0 ? Double.valueOf(losses.valLoss()) : null;
        if (!Double.isFinite(losses.loss()) || valLoss != null && !Double.isFinite(valLoss)) {
            throw new BadModelFile(BadModelFile.Reason.NOT_FINITE, "loss");
        }
        return new UploadedWeights(
                data,
                losses.loss(),
                valLoss,
                BaselineLosses.of(data, training, training.seed(), scales),
                DefinitionCheck.warnings(
                        definition, data, network.parameterCount(), training.seed()),
                checkpoint(model, scales, losses.loss(), valLoss));
    }

    private static void requireWork(Network network, SequenceData data) {
        double work = (double) data.sampleCount() * network.window() * network.parameterCount();
        if (work > MOST_WORK) {
            throw new InvalidValue(
                    new FieldError(
                            "sequence",
                            Rule.TOO_LARGE,
                            String.format(Locale.ROOT, "%.0e multiplications", work),
                            String.format(Locale.ROOT, "%.0e", MOST_WORK)));
        }
    }

    private static Scales scales(SequenceData data, TrainingDefinition training) {
        Split split =
                Split.of(
                        data.sampleCount(),
                        training.validationSplit(),
                        training.shuffle() == Shuffle.ONCE_BEFORE_SPLIT,
                        SplitMix64.split(training.seed()));
        return Scales.fit(data, split.train());
    }

    private static NewCheckpoint checkpoint(
            SavedModel model, Scales scales, double loss, @Nullable Double valLoss) {
        byte[] file =
                ModelFile.write(
                        new SavedModel(
                                model.network(),
                                model.parameters(),
                                model.loss(),
                                model.optimizer(),
                                0,
                                null,
                                scales));
        return new NewCheckpoint(
                EPOCH,
                loss,
                valLoss,
                Set.of(Label.BEST, Label.LAST),
                file,
                Checksums.bytes(file),
                Checksums.parameters(model.parameters()));
    }
}
