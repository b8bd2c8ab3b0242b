package dev.wavetrain.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import jakarta.servlet.http.Cookie;
import java.util.Locale;
import java.util.Optional;

/**
 * How a reader wants Wavetrain to look and in which language; remembered in two cookies, so that
 * the sign-in page follows too. The browser writes them: a change may arrive by websocket, where no
 * response could carry a cookie.
 */
final class Appearance {

    /** Light, dark, or whatever the system says. */
    enum Theme {
        LIGHT(ColorScheme.Value.LIGHT),
        DARK(ColorScheme.Value.DARK),
        SYSTEM(ColorScheme.Value.LIGHT_DARK);

        private final ColorScheme.Value scheme;

        Theme(ColorScheme.Value scheme) {
            this.scheme = scheme;
        }

        /** The value of CSS's {@code color-scheme}. */
        String css() {
            return scheme.getValue();
        }
    }

    private static final String THEME = "wavetrain-theme";
    private static final String LANGUAGE = "wavetrain-language";

    private Appearance() {}

    static Theme theme(VaadinRequest request) {
        return cookie(request, THEME)
                .flatMap(name ->
                        java.util.Arrays.stream(Theme.values())
                                .filter(theme -> theme.name().equals(name))
                                .findFirst())
                .orElse(Theme.SYSTEM);
    }

    /** The language chosen, else the first of the browser's that we speak, else English. */
    static Locale language(VaadinRequest request, TextBundles bundles) {
        Optional<Locale> chosen = cookie(request, LANGUAGE).map(Locale::forLanguageTag);
        return chosen.filter(bundles.getProvidedLocales()::contains)
                .orElseGet(() -> spoken(request, bundles));
    }

    private static Locale spoken(VaadinRequest request, TextBundles bundles) {
        for (Locale wanted : java.util.Collections.list(request.getLocales())) {
            for (Locale provided : bundles.getProvidedLocales()) {
                if (provided.getLanguage().equals(wanted.getLanguage())) {
                    return provided;
                }
            }
        }
        return bundles.getDefaultLocale();
    }

    static void choose(UI ui, Theme theme) {
        ui.getPage().setColorScheme(theme.scheme);
        remember(ui, THEME, theme.name());
    }

    /** Takes the language over and loads the page again: every text is made anew. */
    static void choose(UI ui, Locale language) {
        remember(ui, LANGUAGE, language.toLanguageTag());
        ui.getSession().setLocale(language);
        ui.getPage().reload();
    }

    private static void remember(UI ui, String name, String value) {
        ui.getPage()
                .executeJs(
                        "document.cookie = $0 + '=' + $1 + '; path=/; max-age=31536000;"
                                + " samesite=lax'",
                        name,
                        value);
    }

    private static Optional<String> cookie(VaadinRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }
}
