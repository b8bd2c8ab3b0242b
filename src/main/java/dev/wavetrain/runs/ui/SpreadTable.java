package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.runs.GroupMetric;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.Spread;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the results spread over the seeds. */
final class SpreadTable extends Card {

    private final Texts texts;
    private final Paragraph note = new Paragraph();
    private final NumberTable table;
    private Map<GroupMetric, Spread> shown = Map.of();

    SpreadTable(Texts texts) {
        super(texts.get("spread.title"));
        this.texts = texts;
        table =
                new NumberTable(
                        texts.get("spread.title"),
                        1,
                        Stream.of("metric", "median", "lower", "upper", "min", "max", "n")
                                .map(column -> texts.get("spread." + column))
                                .toList());
        note.addClassNames("wt-muted", "wt-group-note");
        add(note, table);
    }

    void show(RunGroup group) {
        Map<GroupMetric, Spread> spreads = group.spreads();
        int results = group.results().size();
        note.setText(note(group, results));
        table.setVisible(results > 0);
        if (!spreads.equals(shown)) {
            shown = spreads;
            table.clear();
            spreads.forEach((metric, spread) ->
                    table.row(
                            GroupWords.name(texts, metric, group.validates()),
                            List.of(
                                    GroupWords.value(texts, metric, spread.median()),
                                    GroupWords.value(texts, metric, spread.lowerQuartile()),
                                    GroupWords.value(texts, metric, spread.upperQuartile()),
                                    GroupWords.value(texts, metric, spread.min()),
                                    GroupWords.value(texts, metric, spread.max()),
                                    texts.count(spread.n()))));
        }
    }

    private String note(RunGroup group, int results) {
        if (results >= 2) {
            return texts.get("spread.over", results);
        }
        if (!group.hasEnded()) {
            return texts.get("spread.waiting");
        }
        return texts.get(group.details().seeds() == 1 ? "spread.one" : "spread.none");
    }
}
