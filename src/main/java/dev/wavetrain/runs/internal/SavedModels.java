package dev.wavetrain.runs.internal;

import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import dev.wavetrain.training.OptimizerDefinition;
import dev.wavetrain.training.Snapshot;
import dev.wavetrain.training.TrainingPlan;

/** Snapshots as files. */
final class SavedModels {

    private SavedModels() {}

    static byte[] file(TrainingPlan plan, Snapshot snapshot) {
        // A best epoch is handed over later than it was: the optimiser has moved on since.
        boolean now = snapshot.resume().epoch() == snapshot.epoch();
        return ModelFile.write(
                new SavedModel(
                        plan.network(),
                        snapshot.parameters(),
                        SavedLoss.valueOf(plan.training().loss().name()),
                        optimizer(plan.training().optimizer()),
                        now ? Math.toIntExact(snapshot.resume().updates()) : 0,
                        now ? snapshot.resume().optimizerState() : null));
    }

    private static SavedOptimizer optimizer(OptimizerDefinition definition) {
        return switch (definition) {
            case OptimizerDefinition.Sgd sgd ->
                    SavedOptimizer.sgd(sgd.learningRate(), sgd.momentum());
            case OptimizerDefinition.Adam adam ->
                    SavedOptimizer.adam(
                            adam.learningRate(), adam.beta1(), adam.beta2(), adam.epsilon());
            case OptimizerDefinition.RmsProp rms ->
                    SavedOptimizer.rmsProp(rms.learningRate(), rms.rho(), rms.epsilon());
        };
    }
}
