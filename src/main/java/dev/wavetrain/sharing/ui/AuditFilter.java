package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.AuditQuery;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.text.DateFormatSymbols;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which acts are listed: words, a person, an action, days. */
final class AuditFilter extends Div {

    private static final int TYPING_MILLIS = 250;

    private final @Nullable ProjectId project;
    private final Texts texts;
    private final TextField words = new TextField();
    private final Select<UUID> person = new Select<>();
    private final Select<AuditAction> action = new Select<>();
    private final DatePicker from;
    private final DatePicker to;
    private final Span count = new Span();

    AuditFilter(
            @Nullable ProjectId project, Map<UUID, String> people, Texts texts, Runnable changed) {
        this.project = project;
        this.texts = texts;
        this.from = day("audit.from");
        this.to = day("audit.to");
        addClassName("wt-audit-filter");
        words.setPlaceholder(texts.get("audit.words"));
        words.setAriaLabel(texts.get("audit.words"));
        words.setPrefixComponent(new Icon(Icon.Shape.SEARCH));
        words.setClearButtonVisible(true);
        words.setMaxLength(AuditQuery.LONGEST_TEXT);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_MILLIS);
        words.getElement().setAttribute("data-filter", true);
        choice(
                person,
                "audit.anybody",
                "audit.who",
                people.keySet().stream()
                        .sorted(Comparator.comparing(people::get, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                people::get);
        choice(
                action,
                "audit.anything",
                "audit.what",
                Arrays.asList(AuditAction.values()),
                each -> texts.nameOf("audit.action", each));
        count.addClassNames("wt-muted", "wt-number");
        count.getElement().setAttribute("role", "status");
        add(words, person, action, from, to, count);
        words.addValueChangeListener(change -> changed.run());
        person.addValueChangeListener(change -> changed.run());
        action.addValueChangeListener(change -> changed.run());
        from.addValueChangeListener(change -> changed.run());
        to.addValueChangeListener(change -> changed.run());
    }

    private <T> void choice(
            Select<T> select,
            String none,
            String label,
            List<T> items,
            java.util.function.Function<T, @Nullable String> name) {
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(texts.get(none));
        select.setItemLabelGenerator(
                each -> each == null ? texts.get(none) : String.valueOf(name.apply(each)));
        select.setAriaLabel(texts.get(label));
    }

    private DatePicker day(String label) {
        DatePicker picker = new DatePicker();
        picker.setPlaceholder(texts.get(label));
        picker.setAriaLabel(texts.get(label));
        picker.setClearButtonVisible(true);
        picker.setLocale(texts.locale());
        DateFormatSymbols names = DateFormatSymbols.getInstance(texts.locale());
        picker.setI18n(
                new DatePicker.DatePickerI18n()
                        .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                        .setWeekdays(Arrays.asList(names.getWeekdays()).subList(1, 8))
                        .setWeekdaysShort(Arrays.asList(names.getShortWeekdays()).subList(1, 8))
                        .setToday(texts.get("audit.today"))
                        .setCancel(texts.get("action.cancel")));
        return picker;
    }

    AuditQuery query() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        UUID who = person.getValue();
        return new AuditQuery(
                project,
                who == null ? "" : who.toString(),
                action.getValue(),
                first == null ? null : texts.startOf(first),
                last == null ? null : texts.startOf(last.plusDays(1)),
                words.getValue());
    }

    void count(long total) {
        count.setText(texts.get("audit.count", total));
    }
}
