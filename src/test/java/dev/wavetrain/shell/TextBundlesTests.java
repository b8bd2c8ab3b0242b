package dev.wavetrain.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both languages say the same things, and all that the code asks for. */
class TextBundlesTests {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TEXTS = Path.of("src/main/resources/texts");

    /** The key is the whole first argument; keys put together are held by the tests of enums. */
    private static final Pattern USE =
            Pattern.compile("(?:texts|texts\\(\\))\\s*\\.(?:get|title)\\(\\s*\"([^\"]+)\"\\s*[,)]");

    private final TextBundles bundles = new TextBundles();
    private final Map<String, String> english = bundles.getAllTranslations(Locale.ENGLISH);
    private final Map<String, String> japanese = bundles.getAllTranslations(Locale.JAPANESE);

    @Test
    void both_languages_have_the_same_keys() {
        assertThat(new TreeSet<>(japanese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void no_text_is_empty() {
        assertThat(english.values()).noneMatch(String::isBlank);
        assertThat(japanese.values()).noneMatch(String::isBlank);
    }

    @Test
    void no_key_is_written_twice() throws IOException {
        for (String language : List.of("en", "ja")) {
            List<String> keys = new ArrayList<>();
            for (Path file : files(TEXTS, "_" + language + ".properties")) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .forEach(line -> keys.add(line.substring(0, line.indexOf('='))));
            }
            assertThat(keys).doesNotHaveDuplicates();
        }
    }

    @Test
    void both_languages_use_the_same_arguments() {
        english.forEach((key, text) ->
                assertThat(arguments(japanese.get(key))).as(key).isEqualTo(arguments(text)));
    }

    @Test
    void every_text_is_a_pattern_without_straight_apostrophes() {
        Stream.concat(english.entrySet().stream(), japanese.entrySet().stream())
                .forEach(entry -> {
                    assertThat(entry.getValue()).as(entry.getKey()).doesNotContain("'");
                    assertThat(new MessageFormat(entry.getValue())).isNotNull();
                });
    }

    @Test
    void every_key_that_the_code_names_exists() throws IOException {
        Map<String, Path> used = new HashMap<>();
        for (Path file : files(SOURCES, ".java")) {
            USE.matcher(Files.readString(file))
                    .results()
                    .forEach(match -> used.put(match.group(1), file));
        }
        assertThat(used).hasSizeGreaterThan(50);
        assertThat(english.keySet()).containsAll(used.keySet());
    }

    @Test
    void every_rule_is_said_as_the_rule_itself_says_it() {
        List<Object> arguments = List.of("A", "B");
        Texts texts = new Texts(bundles, Locale.ENGLISH, ZoneOffset.UTC);
        for (Rule rule : Rule.values()) {
            assertThat(texts.rule(rule, arguments)).isEqualTo(rule.message(arguments));
        }
    }

    @Test
    void every_reason_is_said_as_the_reason_itself_says_it() {
        Texts texts = new Texts(bundles, Locale.ENGLISH, ZoneOffset.UTC);
        for (Reason reason : Reason.values()) {
            Reason.Named named = reason.of("A", "B");
            assertThat(texts.rule(Rule.WRONG_TYPE, List.of(named)).replaceAll("[‘’]", "'"))
                    .isEqualTo("must be " + named);
        }
    }

    @Test
    void a_japanese_message_is_japanese_throughout() {
        Texts texts = new Texts(bundles, Locale.JAPANESE, ZoneOffset.UTC);
        assertThat(texts.rule(Rule.LEAVES_NOTHING, List.of(Reason.TRAIN_ON)))
                .isEqualTo("学習用のサンプルが残りません");
        assertThat(texts.rule(Rule.SYNTAX, List.of(4, Reason.NOT_KNOWN.of("sinh"))))
                .isEqualTo("4 文字目に構文エラーがあります: 「sinh」は使えない名前です");
        assertThat(texts.rule(Rule.TOO_LARGE, List.of(Reason.LAYERS.of(9), 8)))
                .isEqualTo("9 層が必要ですが、上限は 8 です");
    }

    @Test
    void a_language_not_spoken_gets_english() {
        assertThat(bundles.getTranslation("action.undo", Locale.FRENCH)).isEqualTo("Undo");
    }

    private static TreeSet<String> arguments(String pattern) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{(\\d+)")
                .matcher(pattern)
                .results()
                .forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static List<Path> files(Path root, String ending) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void a_field_error_begins_like_a_sentence() {
        Texts texts = new Texts(bundles, Locale.ENGLISH, ZoneOffset.UTC);
        assertThat(texts.error(new dev.wavetrain.common.FieldError("x", Rule.AT_LEAST, 1)))
                .isEqualTo("Must be at least 1");
    }

    @Test
    void every_theme_has_a_name() {
        assertThat(english.keySet())
                .containsAll(
                        Arrays.stream(Appearance.Theme.values())
                                .map(each -> "appearance." + each.name().toLowerCase(Locale.ROOT))
                                .toList());
    }
}
