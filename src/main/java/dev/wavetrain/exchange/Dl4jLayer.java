package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedOptimizer;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * One layer of DL4J's JSON, of a kind that is supported.
 *
 * @param cell of a recurrent layer; of others without meaning
 */
record Dl4jLayer(Kind kind, Cell cell, String name, JsonNode json) {

    private static final String ACTIVATIONS = "org.nd4j.linalg.activations.impl.Activation";
    private static final Set<String> ABSOLUTE = Set.of("LossMAE", "LossL1");

    enum Kind {
        RECURRENT,
        /** One whose last step alone goes on. */
        LAST_OF_RECURRENT,
        LAST_STEP,
        DENSE,
        LOSS
    }

    int inputs() {
        return Config.number(json.path("nin"));
    }

    int outputs() {
        return Assembly.units(Config.number(json.path("nout")), name);
    }

    void requireUsualCell() {
        requireActivation("activationFn", "TanH");
        if (cell == Cell.LSTM) {
            requireActivation("gateActivationFn", "Sigmoid");
        }
        if (json.path("hasLayerNorm").asBoolean(false)) {
            throw new BadModelFile(Reason.SETTING, "hasLayerNorm", "true", name);
        }
    }

    void requireLinear() {
        requireActivation("activationFn", "Identity");
        if (!json.path("hasBias").asBoolean(true)) {
            throw new BadModelFile(Reason.SETTING, "hasBias", "false", name);
        }
    }

    private void requireActivation(String field, String wanted) {
        String found = json.path(field).path("@class").asString("");
        if (!found.equals(ACTIVATIONS + wanted)) {
            throw new BadModelFile(Reason.SETTING, field, Dl4jLayers.simple(found), name);
        }
    }

    SavedLoss loss() {
        String found = Dl4jLayers.simple(json.path("lossFn").path("@class").asString(""));
        return ABSOLUTE.contains(found) ? SavedLoss.MAE : SavedLoss.MSE;
    }

    /** The one that it was trained with, where models here have it; else Adam. */
    SavedOptimizer optimizer() {
        JsonNode updater = json.path("iupdater");
        double rate = Config.number(updater.path("learningRate"), 0, 1e6, 0.001);
        return switch (Dl4jLayers.simple(updater.path("@class").asString(""))) {
            case "Sgd" -> SavedOptimizer.sgd(rate, 0);
            case "Nesterovs" ->
                    SavedOptimizer.sgd(rate, Config.number(updater.path("momentum"), 0, 1, 0));
            case "RmsProp" ->
                    SavedOptimizer.rmsProp(
                            rate,
                            Config.number(updater.path("rmsDecay"), 0, 1, 0.9),
                            Config.number(updater.path("epsilon"), 0, 1, 1e-7));
            default ->
                    SavedOptimizer.adam(
                            rate,
                            Config.number(updater.path("beta1"), 0, 1, 0.9),
                            Config.number(updater.path("beta2"), 0, 1, 0.999),
                            Config.number(updater.path("epsilon"), 0, 1, 1e-7));
        };
    }
}
