package dev.wavetrain.exchange;

import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedOptimizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a Keras model was compiled with, where models here have it; else MSE and Adam. */
record KerasTraining(SavedLoss loss, SavedOptimizer optimizer) {

    static KerasTraining of(@Nullable JsonNode compiled) {
        if (compiled == null) {
            return new KerasTraining(SavedLoss.MSE, SavedOptimizer.adam(0.001, 0.9, 0.999, 1e-7));
        }
        JsonNode optimizer =
                compiled.has("optimizer_config")
                        ? compiled.path("optimizer_config")
                        : compiled.path("optimizer");
        return new KerasTraining(loss(compiled.path("loss")), optimizer(optimizer));
    }

    private static SavedLoss loss(JsonNode json) {
        String name = json.isString() ? json.asString() : json.path("class_name").asString("");
        return switch (name.toLowerCase(Locale.ROOT).replace("_", "")) {
            case "mae", "meanabsoluteerror" -> SavedLoss.MAE;
            case "huber", "huberloss" -> SavedLoss.HUBER;
            default -> SavedLoss.MSE;
        };
    }

    /** Keras keeps it as a float: 0.001 comes as 0.0010000000474974513. */
    private static double asWritten(double value) {
        float single = (float) value;
        return single == value ? Double.parseDouble(Float.toString(single)) : value;
    }

    private static SavedOptimizer optimizer(JsonNode json) {
        JsonNode config = json.path("config");
        double rate = asWritten(Config.number(config.path("learning_rate"), 0, 1e6, 0.001));
        double epsilon = Config.number(config.path("epsilon"), 0, 1, 1e-7);
        return switch (json.path("class_name").asString("")) {
            case "SGD" -> SavedOptimizer.sgd(rate, Config.number(config.path("momentum"), 0, 1, 0));
            case "RMSprop" ->
                    SavedOptimizer.rmsProp(
                            rate, Config.number(config.path("rho"), 0, 1, 0.9), epsilon);
            default ->
                    SavedOptimizer.adam(
                            rate,
                            Config.number(config.path("beta_1"), 0, 1, 0.9),
                            Config.number(config.path("beta_2"), 0, 1, 0.999),
                            epsilon);
        };
    }
}
