package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.ComparedSetting;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Only the settings in which the runs differ. Few runs stand side by side, many below. */
final class CompareSettings extends Card {

    private static final int SIDE_BY_SIDE = 4;

    private static final String AFTER_DRAWING =
            "return new Promise(done => requestAnimationFrame(() => setTimeout(() => done(1))))";

    private final CompareLook look;
    private final CompareWords words;
    private @Nullable Runnable later;

    CompareSettings(RunComparison comparison, CompareLook look, Texts texts) {
        super(texts.get("compare.settings"));
        this.look = look;
        words = new CompareWords(texts);
        List<ComparedSetting> settings = comparison.settings();
        if (settings.isEmpty()) {
            Paragraph alike = new Paragraph(texts.get("compare.settings.none"));
            alike.addClassNames("wt-muted", "wt-compare-note");
            add(alike);
        } else if (comparison.runs().size() <= SIDE_BY_SIDE) {
            add(sideBySide(comparison, texts));
        } else {
            later = () -> add(below(comparison, texts));
        }
    }

    /** A long table comes after the curves above it, which the browser then draws sooner. */
    @Override
    protected void onAttach(AttachEvent event) {
        if (later != null) {
            getElement().executeJs(AFTER_DRAWING).then(drawn -> fill());
        }
    }

    private void fill() {
        if (later != null) {
            later.run();
            later = null;
        }
    }

    private NumberTable sideBySide(RunComparison comparison, Texts texts) {
        List<RunDetails> runs = comparison.runs();
        List<String> columns = new ArrayList<>(List.of(texts.get("compare.setting")));
        runs.forEach(run -> columns.add(look.name(run)));
        NumberTable table = new NumberTable(texts.get("compare.settings"), columns.size(), columns);
        for (ComparedSetting setting : comparison.settings()) {
            table.row(
                    new Span(words.name(setting)),
                    IntStream.range(0, runs.size())
                            .mapToObj(i -> new Span(words.value(setting, i)))
                            .toList());
        }
        table.addClassName("wt-compare-table");
        return table;
    }

    private NumberTable below(RunComparison comparison, Texts texts) {
        List<String> columns = new ArrayList<>(List.of(texts.get("runs.column.NAME")));
        comparison.settings().forEach(setting -> columns.add(words.name(setting)));
        NumberTable table = new NumberTable(texts.get("compare.settings"), columns.size(), columns);
        for (int i = 0; i < comparison.runs().size(); i++) {
            int at = i;
            RunDetails run = comparison.runs().get(i);
            Div name = new Div(look.swatch(run), new Span(look.name(run)));
            name.addClassName("wt-compare-name");
            table.row(
                    name,
                    comparison.settings().stream()
                            .<Component>map(setting -> new Span(words.value(setting, at)))
                            .toList());
        }
        table.addClassName("wt-compare-table");
        return table;
    }
}
