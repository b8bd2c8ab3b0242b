package dev.wavetrain.runs.ui;

import dev.wavetrain.common.Shortened;
import dev.wavetrain.experiments.ui.EnteredNumber;
import dev.wavetrain.runs.compare.ComparedMetric;
import dev.wavetrain.runs.compare.ComparedSetting;
import dev.wavetrain.runs.compare.ComparisonTable;
import dev.wavetrain.shell.Texts;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Metrics and settings in a reader's words. */
final class CompareWords {

    private static final String UNITS = "network.units";
    private static final int LONGEST_ID = 8;

    private final Texts texts;

    CompareWords(Texts texts) {
        this.texts = texts;
    }

    String name(ComparedMetric metric) {
        return texts.nameOf("compare.metric", metric);
    }

    String value(ComparedMetric metric, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return switch (metric) {
            case BEST_VAL_LOSS, LOSS, VAL_LOSS -> texts.number(value);
            case BEST_EPOCH, EPOCHS -> texts.count(value.longValue());
            case SECONDS -> texts.duration(Duration.ofMillis((long) (value * 1000)));
            case EPOCHS_PER_SECOND -> texts.brief(value >= 10 ? Math.rint(value) : value);
        };
    }

    /** The name of a field in the editor, where it is there. */
    String name(ComparedSetting setting) {
        return switch (setting.path()) {
            case UNITS -> texts.get("compare.setting.units");
            case ComparedSetting.PARENT -> texts.get("compare.setting.parent");
            default -> texts.get("field." + setting.path());
        };
    }

    String value(ComparedSetting setting, int run) {
        JsonNode value = setting.values().get(run);
        if (value.isNull()) {
            return "–";
        }
        if (value.isBoolean()) {
            return texts.get(value.booleanValue() ? "compare.yes" : "compare.no");
        }
        if (value.isArray()) {
            return String.join(" + ", ComparisonTable.words(value).split(" "));
        }
        return value.isNumber() ? EnteredNumber.text(value) : word(setting.path(), value);
    }

    /** Choices are called as in the editor; what people wrote stays as it is. */
    private String word(String path, JsonNode value) {
        String text = value.asString();
        String name = path.substring(path.lastIndexOf('.') + 1);
        return switch (name) {
            case "task", "scaling", "missing", "cell", "biasInit", "loss", "shuffle" ->
                    texts.get(name + "." + text);
            case "kind" -> texts.get("optimizer." + text);
            case "dataset" -> shortened(text);
            case ComparedSetting.PARENT -> {
                String[] parts = text.split(" ");
                yield texts.get("compare.parent", shortened(parts[0]), parts[1]);
            }
            default -> text;
        };
    }

    private static String shortened(String id) {
        return Shortened.beginning(id, LONGEST_ID);
    }
}
