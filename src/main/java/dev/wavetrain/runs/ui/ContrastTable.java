package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.GroupComparison;
import dev.wavetrain.runs.GroupContrast;
import dev.wavetrain.runs.Spread;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Metric by metric, whether two groups differ by more than the seeds' noise. */
final class ContrastTable extends Div {

    private final Texts texts;

    /**
     * @param first what the one group is called in the table's head
     */
    ContrastTable(GroupComparison comparison, String first, String second, Texts texts) {
        this.texts = texts;
        if (!comparison.sameTask()) {
            Paragraph warning = new Paragraph(texts.get("contrast.otherTask"));
            warning.addClassName("wt-errors-says");
            warning.getElement().setAttribute("data-tone", "warning");
            add(warning);
        }
        NumberTable table =
                new NumberTable(
                        texts.get("contrast.title"),
                        2,
                        List.of(
                                texts.get("spread.metric"),
                                texts.get("contrast.says"),
                                first,
                                second,
                                texts.get("contrast.p")));
        comparison.contrasts().forEach(contrast -> row(table, contrast));
        Paragraph how =
                new Paragraph(
                        texts.get(
                                "contrast.how",
                                GroupComparison.SIGNIFICANCE,
                                GroupComparison.LEAST_SEEDS));
        how.addClassNames("wt-muted", "wt-group-note");
        add(table, how);
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
}
