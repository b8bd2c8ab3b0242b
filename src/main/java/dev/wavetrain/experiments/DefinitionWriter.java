package dev.wavetrain.experiments;

import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Domain;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.EarlyStopping;
import dev.wavetrain.training.OptimizerDefinition;
import dev.wavetrain.training.OptimizerDefinition.Adam;
import dev.wavetrain.training.OptimizerDefinition.RmsProp;
import dev.wavetrain.training.OptimizerDefinition.Sgd;
import dev.wavetrain.training.TrainingDefinition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes definitions with every field, in one order: equal definitions are equal texts. */
final class DefinitionWriter {

    private DefinitionWriter() {}

    static ObjectNode write(Definition definition) {
        ObjectNode json = object();
        json.set("sequence", sequence(definition.sequence()));
        json.set("network", network(definition.network()));
        json.set("training", training(definition.training()));
        return json;
    }

    private static ObjectNode sequence(SequenceDefinition sequence) {
        ObjectNode json = object();
        json.put("task", sequence.task().name());
        json.set("input", source(sequence.input()));
        json.set("target", source(sequence.target()));
        json.set("domain", domain(sequence.domain()));
        json.put("window", sequence.window());
        json.put("scaling", sequence.scaling().name());
        return json;
    }

    private static @Nullable ObjectNode source(@Nullable Source source) {
        return switch (source) {
            case null -> null;
            case Source.Formula(String expression) -> object().put("expression", expression);
            case Source.Column column ->
                    object().put("dataset", column.dataset())
                            .put("column", column.column())
                            .put("missing", column.missing().name());
        };
    }

    private static @Nullable ObjectNode domain(@Nullable Domain domain) {
        if (domain == null) {
            return null;
        }
        return object().put("from", domain.from())
                .put("to", domain.to())
                .put("points", domain.points())
                .put("endpoint", domain.endpoint());
    }

    private static ObjectNode network(NetworkDefinition network) {
        ObjectNode json = object().put("cell", network.cell().name());
        ArrayNode units = json.putArray("units");
        network.units().forEach(units::add);
        return json.put("biasInit", network.biasInit().name());
    }

    private static ObjectNode training(TrainingDefinition training) {
        ObjectNode json = object();
        json.set("optimizer", optimizer(training.optimizer()));
        json.put("loss", training.loss().name());
        json.put("batchSize", training.batchSize());
        json.put("epochs", training.epochs());
        json.put("validationSplit", training.validationSplit());
        json.put("shuffle", training.shuffle().name());
        json.put("seed", training.seed());
        json.set("earlyStopping", earlyStopping(training.earlyStopping()));
        json.set("checkpoints", checkpoints(training.checkpoints()));
        return json;
    }

    private static ObjectNode optimizer(OptimizerDefinition optimizer) {
        return switch (optimizer) {
            case Sgd sgd ->
                    object().put("kind", "SGD")
                            .put("learningRate", sgd.learningRate())
                            .put("momentum", sgd.momentum());
            case Adam adam ->
                    object().put("kind", "ADAM")
                            .put("learningRate", adam.learningRate())
                            .put("beta1", adam.beta1())
                            .put("beta2", adam.beta2())
                            .put("epsilon", adam.epsilon());
            case RmsProp rmsProp ->
                    object().put("kind", "RMSPROP")
                            .put("learningRate", rmsProp.learningRate())
                            .put("rho", rmsProp.rho())
                            .put("epsilon", rmsProp.epsilon());
        };
    }

    private static @Nullable ObjectNode earlyStopping(@Nullable EarlyStopping stopping) {
        if (stopping == null) {
            return null;
        }
        return object().put("monitor", stopping.monitor().name().toLowerCase(Locale.ROOT))
                .put("patience", stopping.patience())
                .put("minDelta", stopping.minDelta());
    }

    private static ObjectNode checkpoints(CheckpointPolicy checkpoints) {
        return object().put("best", checkpoints.best())
                .put("every", checkpoints.every())
                .put("last", checkpoints.last());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
