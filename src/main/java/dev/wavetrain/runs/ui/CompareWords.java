package dev.wavetrain.runs.ui;

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
            case EPOCHS_PER_SECOND -> texts.rate(value);
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
        if (setting.path().equals(ComparedSetting.PARENT)) {
            String[] parts = value.asString().split(" ");
            return texts.get("compare.parent", shortened(parts[0]), parts[1]);
        }
        return setting.path().endsWith(".dataset") ? shortened(value.asString()) : value.asString();
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(LONGEST_ID, id.length()));
    }
}
