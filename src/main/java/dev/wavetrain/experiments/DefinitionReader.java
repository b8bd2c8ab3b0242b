package dev.wavetrain.experiments;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.EarlyStopping;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.OptimizerDefinition;
import dev.wavetrain.training.OptimizerDefinition.Adam;
import dev.wavetrain.training.OptimizerDefinition.RmsProp;
import dev.wavetrain.training.OptimizerDefinition.Sgd;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One reading of a definition: what it is, or all that is wrong with it. */
final class DefinitionReader {

    /** Stand in for what could not be read, so that the rest is checked all the same. */
    private static final CheckpointPolicy CHECKPOINTS = new CheckpointPolicy(true, 0, true);

    private static final OptimizerDefinition OPTIMIZER =
            new RmsProp(RmsProp.LEARNING_RATE, RmsProp.RHO, OptimizerDefinition.EPSILON);

    private enum OptimizerKind {
        SGD,
        ADAM,
        RMSPROP
    }

    private final List<FieldError> errors = new ArrayList<>();

    Definition read(JsonNode root) {
        if (!root.isObject()) {
            throw new InvalidValue(new FieldError("definition", Rule.WRONG_TYPE, "an object"));
        }
        JsonFields fields = JsonFields.root(root, errors);
        SequenceDefinition sequence = sequence(fields.required("sequence"));
        NetworkDefinition network = network(fields.required("network"));
        TrainingDefinition training = training(fields.required("training"));
        fields.rejectUnknown();
        if (!errors.isEmpty() || sequence == null || network == null || training == null) {
            throw new InvalidValue(errors);
        }
        return new Definition(sequence, network, training);
    }

    SequenceDefinition readSequence(JsonNode json) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().set("sequence", json);
        SequenceDefinition sequence = sequence(JsonFields.root(root, errors).required("sequence"));
        if (!errors.isEmpty() || sequence == null) {
            throw new InvalidValue(errors);
        }
        return sequence;
    }

    private @Nullable SequenceDefinition sequence(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        Task task = fields.requiredChoice("task", Task.NEXT_STEP);
        Source input = source(fields.required("input"));
        Source target = source(fields.optional("target"));
        Domain domain = domain(fields.optional("domain"));
        int window = fields.requiredInteger("window", 1);
        fields.rejectUnknown();
        if (input == null || fields.isWrong("task", "input", "target", "domain")) {
            // Rules across the fields would complain of the stand-ins: only the window's own holds.
            if (window < 1) {
                fields.note("window", Rule.AT_LEAST, 1);
            }
            return null;
        }
        return fields.build(() -> new SequenceDefinition(task, input, target, domain, window));
    }

    private @Nullable Source source(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        boolean column = fields.has("dataset") || fields.has("column");
        if (column && fields.has("expression")) {
            fields.note("expression", Rule.NOT_ALLOWED, "the series is a dataset's column");
        }
        Source source = column ? column(fields) : formula(fields);
        fields.rejectUnknown();
        return source;
    }

    private static @Nullable Source formula(JsonFields fields) {
        String text = fields.text("expression", "x");
        return fields.build(() -> new Source.Formula(text));
    }

    private static @Nullable Source column(JsonFields fields) {
        String dataset = fields.text("dataset", "?");
        String column = fields.text("column", "?");
        return fields.build(() -> new Source.Column(dataset, column));
    }

    private @Nullable Domain domain(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        // Stand-ins that nobody writes, so that the other bound is not found to be the same.
        String from = fields.text("from", "-1.7e-77");
        String to = fields.text("to", "1.7e-77");
        int points = fields.requiredInteger("points", Domain.MOST_POINTS);
        boolean endpoint = fields.flag("endpoint", true);
        fields.rejectUnknown();
        return fields.build(() -> new Domain(from, to, points, endpoint));
    }

    private @Nullable NetworkDefinition network(@Nullable JsonFields fields) {
        if (fields == null) {
            return null;
        }
        Cell cell = fields.requiredChoice("cell", Cell.SIMPLE_RNN);
        List<Integer> units = fields.requiredIntegers("units", 1);
        BiasInit biasInit = fields.choice("biasInit", BiasInit.ZEROS);
        fields.rejectUnknown();
        return fields.build(() -> new NetworkDefinition(cell, units, biasInit));
    }

    private @Nullable TrainingDefinition training(@Nullable JsonFields fields) {
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

    private OptimizerDefinition optimizer(@Nullable JsonFields fields) {
        if (fields == null) {
            return OPTIMIZER;
        }
        int before = errors.size();
        OptimizerKind kind = fields.requiredChoice("kind", OptimizerKind.SGD);
        if (errors.size() > before) {
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
                fields.lowerCaseChoice("monitor", EarlyStopping.Monitor.VAL_LOSS);
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
