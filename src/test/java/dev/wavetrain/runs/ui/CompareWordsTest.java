package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.runs.compare.ComparedSetting;
import dev.wavetrain.shell.TextBundles;
import dev.wavetrain.shell.Texts;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class CompareWordsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** With what no preset has switched on. */
    private static final Map<String, JsonNode> MORE =
            Map.of(
                    "training.earlyStopping.monitor", JSON.stringNode("loss"),
                    "training.earlyStopping.patience", JSON.numberNode(3),
                    "training.earlyStopping.minDelta", JSON.numberNode(1e-7),
                    "sequence.input.dataset", JSON.stringNode("0a1b2c3d-0000"),
                    "sequence.input.column", JSON.stringNode("°C"),
                    "sequence.target.missing", JSON.stringNode("LINEAR"),
                    "parent", JSON.stringNode("0a1b2c3d-0000 12"));

    static Stream<Locale> languages() {
        return Stream.of(Locale.ENGLISH, Locale.JAPANESE);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_setting_and_choice_has_a_name(Locale locale) {
        CompareWords words = new CompareWords(new Texts(new TextBundles(), locale, ZoneOffset.UTC));
        for (ComparedSetting setting : settings()) {
            assertThat(words.name(setting)).as(setting.path()).doesNotStartWith("!");
            assertThat(words.value(setting, 0)).as(setting.path()).doesNotStartWith("!");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void values_are_as_short_as_in_the_editor(Locale locale) {
        CompareWords words = new CompareWords(new Texts(new TextBundles(), locale, ZoneOffset.UTC));
        assertThat(value(words, "training.optimizer.epsilon", JSON.numberNode(1e-7)))
                .isEqualTo("1e-7");
        assertThat(value(words, "training.batchSize", JSON.nullNode())).isEqualTo("–");
        assertThat(value(words, "network.units", JSON.arrayNode().add(40).add(8)))
                .isEqualTo("40 + 8");
        assertThat(value(words, "sequence.input.dataset", JSON.stringNode("0a1b2c3d-99")))
                .isEqualTo("0a1b2c3d");
    }

    private static String value(CompareWords words, String path, JsonNode value) {
        return words.value(new ComparedSetting(path, List.of(value)), 0);
    }

    private static List<ComparedSetting> settings() {
        List<ComparedSetting> found = new ArrayList<>();
        Presets.all()
                .forEach(preset -> collect("", DefinitionJson.write(preset.definition()), found));
        MORE.forEach((path, value) -> found.add(new ComparedSetting(path, List.of(value))));
        return found;
    }

    private static void collect(String path, JsonNode value, List<ComparedSetting> found) {
        if (value.isObject()) {
            value.propertyStream()
                    .forEach(entry ->
                            collect(
                                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                                    entry.getValue(),
                                    found));
        } else if (!value.isNull()) {
            found.add(new ComparedSetting(path, List.of(value)));
        }
    }
}
