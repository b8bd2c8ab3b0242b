package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SplitMix64;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.Scales;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.training.ResumePoint;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingPlan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** From a definition to what the trainer needs. */
@Component
class Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(Preparation.class);

    private final ColumnSource columns;
    private final Maker maker;

    Preparation(ObjectProvider<ColumnSource> columns, Maker maker) {
        this.columns = columns.getIfAvailable(() -> ColumnSource.NONE);
        this.maker = maker;
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue where the data is not what it was any more
     * @throws LostBeginning where it cannot go on, and its beginning was another run's
     */
    Prepared prepare(Begun.Assignment assignment) {
        Definition definition = assignment.definition();
        SequenceData data = SequenceData.of(definition.sequence(), columns);
        Network network =
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window());
        Scales scales = scales(definition, data, assignment.seed());
        TrainingPlan plan =
                new TrainingPlan(
                        network,
                        definition.network().biasInit(),
                        data.samples(scales),
                        definition.training(),
                        assignment.seed(),
                        resumePoint(assignment),
                        scales);
        return new Prepared(
                plan,
                maker.provenance(assignment.seed(), data),
                BaselineLosses.of(data, definition.training(), assignment.seed(), scales),
                DefinitionCheck.warnings(
                        definition, data, network.parameterCount(), assignment.seed()));
    }

    private static Scales scales(Definition definition, SequenceData data, long seed) {
        Split split =
                Split.of(
                        data.sampleCount(),
                        definition.training().validationSplit(),
                        definition.training().shuffle() == Shuffle.ONCE_BEFORE_SPLIT,
                        SplitMix64.split(seed));
        return Scales.fit(data, split.train());
    }

    /**
     * A point that cannot be read costs time, never the run: it begins again, to the same end. But
     * not where it did not draw its own first weights: that would be another run.
     */
    private static @Nullable ResumePoint resumePoint(Begun.Assignment assignment) {
        byte[] bytes = assignment.resumePoint();
        try {
            if (bytes == null && !assignment.ownBeginning()) {
                throw new IllegalArgumentException("no resume point");
            }
            return bytes == null ? null : ResumePoint.fromBytes(bytes);
        } catch (IllegalArgumentException damaged) {
            if (!assignment.ownBeginning()) {
                throw new LostBeginning(damaged);
            }
            LOG.warn("A resume point cannot be read, the run begins again.", damaged);
            return null;
        }
    }
}
