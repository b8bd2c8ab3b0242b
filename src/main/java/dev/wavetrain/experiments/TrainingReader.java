package dev.wavetrain.experiments;

import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.EarlyStopping;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.OptimizerDefinition;
import dev.wavetrain.training.OptimizerDefinition.Adam;
import dev.wavetrain.training.OptimizerDefinition.RmsProp;
import dev.wavetrain.training.OptimizerDefinition.Sgd;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the part of a definition that says how to train. */
final class TrainingReader {

    /** Stand in for what could not be read, so that the rest is checked all the same. */
    private static final CheckpointPolicy CHECKPOINTS = new CheckpointPolicy(true, 0, true);

    private static final OptimizerDefinition OPTIMIZER =
            new RmsProp(RmsProp.LEARNING_RATE, RmsProp.RHO, OptimizerDefinition.EPSILON);

    private enum OptimizerKind {
        SGD,
        ADAM,
        RMSPROP
    }

    private TrainingReader() {}

    /** Null where the part is missing or wrong, which is noted. */
    static @Nullable TrainingDefinition read(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        OptimizerDefinition optimizer = optimizer(fields.optional("optimizer"));
        Loss loss = fields.requiredChoice("loss", Loss.MSE);
        int batchSize = fields.integer("batchSize", 32);
        int epochs = fields.integer("epochs", 1);
        double validationSplit = fields.number("validationSplit", 0);
        Shuffle shuffle = fields.choice("shuffle", Shuffle.EVERY_EPOCH);
        long seed = fields.longInteger("seed", 1);
        EarlyStopping stopping = earlyStopping(fields.optional("earlyStopping"));
        CheckpointPolicy checkpoints = checkpoints(fields.optional("checkpoints"));
        fields.rejectUnknown();
        // Whether there is anything to watch is unknown where the split itself is wrong.
        EarlyStopping checked = fields.isWrong("validationSplit") ? null : stopping;
        return fields.build(() ->
                new TrainingDefinition(
                        optimizer,
                        loss,
                        batchSize,
                        epochs,
                        validationSplit,
                        shuffle,
                        seed,
                        checked,
                        checkpoints));
    }

    private static OptimizerDefinition optimizer(@Nullable JsonFields fields) {
        if (fields == null) {
            return OPTIMIZER;
        }
        OptimizerKind kind = fields.requiredChoice("kind", OptimizerKind.SGD);
        if (fields.isWrong("kind")) {
            // Which other fields belong here depends on the kind.
            return OPTIMIZER;
        }
        OptimizerDefinition optimizer =
                switch (kind) {
                    case SGD -> sgd(fields);
                    case ADAM -> adam(fields);
                    case RMSPROP -> rmsProp(fields);
                };
        fields.rejectUnknown();
        return optimizer == null ? OPTIMIZER : optimizer;
    }

    private static @Nullable OptimizerDefinition sgd(JsonFields fields) {
        double rate = fields.number("learningRate", Sgd.LEARNING_RATE);
        double momentum = fields.number("momentum", 0);
        return fields.build(() -> new Sgd(rate, momentum));
    }

    private static @Nullable OptimizerDefinition adam(JsonFields fields) {
        double rate = fields.number("learningRate", Adam.LEARNING_RATE);
        double beta1 = fields.number("beta1", Adam.BETA_1);
        double beta2 = fields.number("beta2", Adam.BETA_2);
        double epsilon = fields.number("epsilon", OptimizerDefinition.EPSILON);
        return fields.build(() -> new Adam(rate, beta1, beta2, epsilon));
    }

    private static @Nullable OptimizerDefinition rmsProp(JsonFields fields) {
        double rate = fields.number("learningRate", RmsProp.LEARNING_RATE);
        double rho = fields.number("rho", RmsProp.RHO);
        double epsilon = fields.number("epsilon", OptimizerDefinition.EPSILON);
        return fields.build(() -> new RmsProp(rate, rho, epsilon));
    }

    private static @Nullable EarlyStopping earlyStopping(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        EarlyStopping.Monitor monitor =
                fields.choice(
                        "monitor",
                        EarlyStopping.Monitor.VAL_LOSS,
                        one -> one.name().toLowerCase(Locale.ROOT));
        int patience = fields.integer("patience", 0);
        double minDelta = fields.number("minDelta", 0);
        fields.rejectUnknown();
        return fields.build(() -> new EarlyStopping(monitor, patience, minDelta));
    }

    private static CheckpointPolicy checkpoints(@Nullable JsonFields fields) {
        if (fields == null) {
            return CHECKPOINTS;
        }
        boolean best = fields.flag("best", CHECKPOINTS.best());
        int every = fields.integer("every", CHECKPOINTS.every());
        boolean last = fields.flag("last", CHECKPOINTS.last());
        fields.rejectUnknown();
        CheckpointPolicy policy = fields.build(() -> new CheckpointPolicy(best, every, last));
        return policy == null ? CHECKPOINTS : policy;
    }
}
