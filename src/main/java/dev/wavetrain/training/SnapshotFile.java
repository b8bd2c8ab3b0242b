package dev.wavetrain.training;

import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;

/** A snapshot in the form in which it is kept, downloaded and opened elsewhere. */
public final class SnapshotFile {

    private SnapshotFile() {}

    /** The bytes of the file, which {@link ModelFile#read} reads. */
    public static byte[] write(Network network, TrainingDefinition training, Snapshot snapshot) {
        return ModelFile.write(model(network, training, snapshot));
    }

    /**
     * The optimiser's state goes with the weights of its own epoch alone: best weights handed over
     * later than their epoch are saved without.
     */
    private static SavedModel model(
            Network network, TrainingDefinition training, Snapshot snapshot) {
        ResumePoint resume = snapshot.resume();
        boolean together = resume.epoch() == snapshot.epoch() && resume.within() == null;
        return new SavedModel(
                network,
                snapshot.parameters(),
                SavedLoss.valueOf(training.loss().name()),
                optimizer(training.optimizer()),
                // DL4J counts in an int; a long run's count stays at its end.
                together ? (int) Math.min(resume.updates(), Integer.MAX_VALUE) : 0,
                together ? resume.optimizerState() : null);
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
