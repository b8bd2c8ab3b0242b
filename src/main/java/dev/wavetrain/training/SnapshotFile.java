package dev.wavetrain.training;

import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import dev.wavetrain.sequence.Scales;

/** A snapshot in the form in which it is kept, downloaded and opened elsewhere. */
public final class SnapshotFile {

    private SnapshotFile() {}

    /** The bytes of the file, which {@link ModelFile#read} reads. */
    public static byte[] write(Network network, TrainingDefinition training, Snapshot snapshot) {
        return write(network, training, snapshot, Scales.NONE);
    }

    /**
     * As above, of a network that computes in units of its own.
     *
     * @param scales between those and the data's
     */
    public static byte[] write(
            Network network, TrainingDefinition training, Snapshot snapshot, Scales scales) {
        return ModelFile.write(model(network, training, snapshot, scales));
    }

    /**
     * The optimiser's state goes with the weights of its own epoch alone: best weights handed over
     * later than their epoch are saved without.
     */
    private static SavedModel model(
            Network network, TrainingDefinition training, Snapshot snapshot, Scales scales) {
        ResumePoint resume = snapshot.resume();
        boolean together = resume.epoch() == snapshot.epoch() && resume.within() == null;
        return new SavedModel(
                network,
                snapshot.parameters(),
                SavedLoss.valueOf(training.loss().name()),
                optimizer(training.optimizer()),
                // DL4J counts in an int; a long run's count stays at its end.
                together ? (int) Math.min(resume.updates(), Integer.MAX_VALUE) : 0,
                together ? resume.optimizerState() : null,
                scales);
    }

    /** The optimiser as files name it. */
    public static SavedOptimizer optimizer(OptimizerDefinition definition) {
        return switch (definition) {
            case OptimizerDefinition.Sgd sgd ->
                    SavedOptimizer.sgd(sgd.learningRate(), sgd.momentum());
            case OptimizerDefinition.Adam adam ->
                    SavedOptimizer.adam(
                            adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
            case OptimizerDefinition.RmsProp rmsProp ->
                    SavedOptimizer.rmsProp(
                            rmsProp.learningRate(), rmsProp.rho(), rmsProp.epsilon());
        };
    }
}
