package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.runs.GroupComparison;
import dev.wavetrain.runs.GroupContrast;
import dev.wavetrain.runs.GroupDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.Spread;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which differences to another group are larger than the seeds' noise. */
final class GroupComparisonCard extends Card {

    private final Caller caller;
    private final GroupDetails own;
    private final GroupServices services;
    private final Texts texts;
    private final Select<GroupDetails> with = new Select<>();
    private final Div answer = new Div();
    private int results = -1;

    GroupComparisonCard(Caller caller, GroupDetails own, GroupServices services, Texts texts) {
        super(texts.get("contrast.title"));
        this.caller = caller;
        this.own = own;
        this.services = services;
        this.texts = texts;
        answer.getElement().setAttribute("aria-live", "polite");
        List<GroupDetails> others =
                services.groups().inProject(caller, own.project()).stream()
                        .filter(group -> !group.id().equals(own.id()))
                        .toList();
        if (others.isEmpty()) {
            add(muted(texts.get("contrast.nobody")));
            return;
        }
        with.addClassName("wt-group-with");
        with.setLabel(texts.get("contrast.with"));
        with.setPlaceholder(texts.get("contrast.choose"));
        with.setItems(others);
        with.setItemLabelGenerator(group -> GroupWords.title(texts, group));
        with.addValueChangeListener(change -> compare());
        add(with, answer);
    }

    /** Results that come in may change the answer. */
    void follow(RunGroup group) {
        int now = group.results().size();
        if (now != results) {
            results = now;
            compare();
        }
    }

    private void compare() {
        answer.removeAll();
        GroupDetails other = with.getValue();
        if (other == null) {
            return;
        }
        try {
            show(services.groups().compare(caller, own.id(), other.id()));
        } catch (NotFound gone) {
            answer.add(muted(texts.get("contrast.gone")));
        }
    }

    private void show(GroupComparison comparison) {
        if (!comparison.sameTask()) {
            Paragraph warning = new Paragraph(texts.get("contrast.otherTask"));
            warning.addClassName("wt-errors-says");
            warning.getElement().setAttribute("data-tone", "warning");
            answer.add(warning);
        }
        NumberTable table =
                new NumberTable(
                        texts.get("contrast.title"),
                        2,
                        List.of(
                                texts.get("spread.metric"),
                                texts.get("contrast.says"),
                                texts.get("contrast.own"),
                                texts.get("contrast.other"),
                                texts.get("contrast.p")));
        comparison.contrasts().forEach(contrast -> row(table, contrast));
        answer.add(
                table,
                muted(
                        texts.get(
                                "contrast.how",
                                GroupComparison.SIGNIFICANCE,
                                GroupComparison.LEAST_SEEDS)));
    }

    private void row(NumberTable table, GroupContrast contrast) {
        boolean validation = contrast.key().equals("best_val_loss");
        Double p = contrast.adjustedP();
        table.row(
                new Span(GroupWords.name(texts, contrast.metric(), validation)),
                List.<Component>of(
                        verdict(contrast.verdict()),
                        new Span(median(contrast, contrast.first())),
                        new Span(median(contrast, contrast.second())),
                        new Span(
                                p == null
                                        ? "–"
                                        : (contrast.exact() ? "" : "≈ ") + texts.number(p))));
    }

    private String median(GroupContrast contrast, @Nullable Spread spread) {
        return spread == null ? "–" : GroupWords.value(texts, contrast.metric(), spread.median());
    }

    private Badge verdict(GroupContrast.Verdict verdict) {
        String words = texts.nameOf("contrast.verdict", verdict);
        return switch (verdict) {
            case LARGER_THAN_NOISE -> new Badge(Badge.Tone.GOOD, Icon.Shape.CHECK, words);
            case NOT_LARGER_THAN_NOISE -> new Badge(Badge.Tone.NEUTRAL, Icon.Shape.WAVE, words);
            case TOO_FEW_SEEDS -> new Badge(Badge.Tone.WAITING, Icon.Shape.INFO, words);
        };
    }

    private static Paragraph muted(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("wt-muted", "wt-group-note");
        return paragraph;
    }
}
