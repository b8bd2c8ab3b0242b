package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.server.VaadinService;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

/**
 * What a view says, in its reader's language: texts by key, and numbers and times as people read
 * them. Made per view with {@link #current()}; changing the language reloads the page, so no view
 * needs {@link LocaleChangeObserver}.
 */
public final class Texts {

    private final I18NProvider provider;
    private final Locale locale;
    private final ZoneId zone;

    public Texts(I18NProvider provider, Locale locale, ZoneId zone) {
        this.provider = provider;
        this.locale = locale;
        this.zone = zone;
    }

    /** For code that runs in a UI's lock. */
    public static Texts current() {
        return of(UI.getCurrent());
    }

    public static Texts of(Component component) {
        return component.getUI().map(Texts::of).orElseGet(Texts::current);
    }

    private static Texts of(UI ui) {
        I18NProvider provider = VaadinService.getCurrent().getInstantiator().getI18NProvider();
        return new Texts(provider, ui.getLocale(), Browser.zoneOf(ui));
    }

    public Locale locale() {
        return locale;
    }

    public String get(String key, Object... arguments) {
        return provider.getTranslation(key, locale, arguments);
    }

    /** The name of an enum's value: the text {@code <prefix>.<NAME>}. */
    public String nameOf(String prefix, Enum<?> value) {
        return get(prefix + "." + value.name());
    }

    /** The title of a browser tab. */
    public String title(String key, Object... arguments) {
        return get(key, arguments) + " · Wavetrain";
    }

    /** What is wrong with a field, as a sentence to stand under it. */
    public String error(FieldError error) {
        String said = rule(error.rule(), error.arguments());
        return said.substring(0, 1).toUpperCase(locale) + said.substring(1);
    }

    /** Only what the last of its arguments says, for where its place is shown. */
    public String reason(FieldError error) {
        String said = said(error.arguments().getLast());
        return said.substring(0, 1).toUpperCase(locale) + said.substring(1);
    }

    /** The message of a broken rule. */
    public String rule(Rule rule, List<Object> arguments) {
        return get("rule." + rule.name(), said(arguments));
    }

    private Object[] said(List<Object> arguments) {
        return arguments.stream().map(this::said).toArray();
    }

    private String said(Object argument) {
        return switch (argument) {
            case Reason reason -> nameOf("reason", reason);
            case Reason.Named named ->
                    get("reason." + named.reason().name(), said(named.arguments()));
            default -> String.valueOf(argument);
        };
    }

    /** Something measured, with three to four digits; scientific below 1e-3 and from 1e6 on. */
    public String number(double value) {
        return Formats.number(value);
    }

    /** A number without zeros at its end. */
    public String brief(double value) {
        return Formats.brief(value);
    }

    /** Epochs a second: no measurement to four digits. */
    public String rate(double epochsPerSecond) {
        double step = epochsPerSecond >= 10 ? 1 : epochsPerSecond >= 1 ? 10 : 100;
        return get("run.rate", brief(Math.rint(epochsPerSecond * step) / step));
    }

    /** A whole number with digit groups. */
    public String count(long value) {
        return Formats.count(value, locale);
    }

    /** A share of one in per cent. */
    public String percent(double share) {
        return Formats.percent(share, locale);
    }

    /** A size of a file. */
    public String bytes(long bytes) {
        return Formats.bytes(bytes);
    }

    /** How long something took, in the one or two largest units: "2 min 5 s". */
    public String duration(Duration duration) {
        return Durations.exactly(duration, this);
    }

    /** How long something will still take: "about 3 min left". */
    public String remaining(Duration duration) {
        return Durations.left(duration, this);
    }

    /** How long ago something was: "5 min ago". */
    public String ago(Instant instant, Instant now) {
        return Durations.ago(instant, now, this);
    }

    /** When a day begins for the reader. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** An instant exactly, in the reader's time zone. */
    public String exactly(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(locale)
                .withZone(zone)
                .format(instant);
    }
}
