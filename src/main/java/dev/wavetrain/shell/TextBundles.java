package dev.wavetrain.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All texts: every {@code texts/<feature>_en.properties} and {@code _ja}, merged. A test holds that
 * both languages say the same things and that no two features use one key.
 *
 * <p>Every text is a {@link MessageFormat} pattern, so an apostrophe is written ’.
 */
@Component
public class TextBundles implements I18NProvider {

    static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private final Map<String, Map<String, String>> texts = new HashMap<>();

    public TextBundles() {
        LOCALES.forEach(locale -> texts.put(locale.getLanguage(), load(locale.getLanguage())));
    }

    private static Map<String, String> load(String language) {
        Map<String, String> all = new HashMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:texts/*_" + language + ".properties")) {
                try (Reader reader =
                        new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    Properties properties = new Properties();
                    properties.load(reader);
                    properties.forEach((key, text) -> all.put((String) key, (String) text));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public Locale getDefaultLocale() {
        return Locale.ENGLISH;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... arguments) {
        Map<String, String> known = all(locale);
        String pattern = known.get(key);
        return pattern == null ? "!" + key : new MessageFormat(pattern, locale).format(arguments);
    }

    @Override
    public Map<String, String> getAllTranslations(Locale locale) {
        return all(locale);
    }

    private Map<String, String> all(Locale locale) {
        Map<String, String> known = texts.get(locale.getLanguage());
        return known != null ? known : texts.getOrDefault("en", Map.of());
    }
}
