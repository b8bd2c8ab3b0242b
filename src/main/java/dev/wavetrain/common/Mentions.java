package dev.wavetrain.common;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names after an @ in what people write. Only those that are known count. */
public final class Mentions {

    /** What a name would go on with; scripts written without spaces go on with something else. */
    private static final String LETTER =
            "[\\p{L}\\p{N}_\\-&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]";

    private static final Pattern NONE = Pattern.compile("(?!)");

    private Mentions() {}

    /** Finds each @ with one of the names: the longest that fits, in upper or lower case. */
    public static Pattern pattern(Collection<String> names) {
        if (names.isEmpty()) {
            return NONE;
        }
        String any =
                names.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"));
        return Pattern.compile(
                "(?<!" + LETTER + ")(?<![@.])@(" + any + ")(?!" + LETTER + ")(?!\\.[\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Those of the names that the text mentions. */
    public static Set<String> in(String text, Collection<String> names) {
        Map<String, String> byKey =
                names.stream()
                        .collect(
                                Collectors.toMap(
                                        Mentions::key, Function.identity(), (one, other) -> one));
        return pattern(names)
                .matcher(text)
                .results()
                .map(found -> byKey.get(key(found.group(1))))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
