package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.Verdict;
import dev.wavetrain.runs.compare.ComparedMetric;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Icon;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run in the table of a comparison. */
final class CompareRow extends NativeTableRow {

    private final Texts texts;
    private final CompareWords words;
    private final Badge state;
    private final Badge verdict = new Badge(Badge.Tone.NEUTRAL, Icon.Shape.INFO, "");
    private final Span noVerdict = new Span("–");
    private final Map<ComparedMetric, Span> values = new EnumMap<>(ComparedMetric.class);
    private final Map<ComparedMetric, Span> marks = new EnumMap<>(ComparedMetric.class);
    private RunDetails run;

    /**
     * @param off the address of the comparison without the run; empty where it cannot be left out
     */
    CompareRow(
            RunDetails run,
            List<ComparedMetric> columns,
            String off,
            CompareLook look,
            Texts texts) {
        this.run = run;
        this.texts = texts;
        words = new CompareWords(texts);
        state = StateLook.badge(run.state(), texts);
        add(new NativeTableCell(name(off, look)));
        for (ComparedMetric metric : columns) {
            Span mark = new Span(texts.get("compare.best"));
            mark.addClassName("wt-compare-mark");
            Span value = new Span();
            values.put(metric, value);
            marks.put(metric, mark);
            NativeTableCell cell = new NativeTableCell(mark, value);
            cell.addClassName("wt-number");
            add(cell);
        }
        add(new NativeTableCell(verdict, noVerdict), new NativeTableCell(state));
    }

    private Div name(String off, CompareLook look) {
        Anchor link = new Anchor("runs/" + run.id(), look.name(run));
        link.getElement().setAttribute("router-link", true);
        Div name = new Div(look.swatch(run), link);
        name.addClassName("wt-compare-name");
        if (run.binned()) {
            name.add(new Badge(Badge.Tone.NEUTRAL, Icon.Shape.BIN, texts.get("compare.binned")));
        }
        if (!off.isEmpty()) {
            Anchor without = new Anchor(off, "");
            without.add(new Icon(Icon.Shape.CROSS));
            without.addClassName("wt-compare-off");
            String label = texts.get("compare.without", look.name(run));
            without.getElement().setAttribute("router-link", true);
            without.getElement().setAttribute("aria-label", label);
            without.getElement().setAttribute("title", label);
            name.add(without);
        }
        return name;
    }

    RunDetails run() {
        return run;
    }

    /**
     * @param best the runs with the best value of each metric
     */
    void show(RunDetails now, Map<ComparedMetric, Set<RunId>> best) {
        run = now;
        StateLook.show(state, now.state(), texts);
        values.forEach((metric, value) -> value.setText(words.value(metric, metric.of(now))));
        marks.forEach((metric, mark) -> {
            boolean is = best.getOrDefault(metric, Set.of()).contains(now.id());
            mark.setVisible(is);
            mark.getParent()
                    .ifPresent(cell -> cell.getElement().getClassList().set("wt-compare-best", is));
        });
        show(now.verdict());
    }

    private void show(@Nullable Verdict found) {
        verdict.setVisible(found != null);
        noVerdict.setVisible(found == null);
        if (found != null && found.worse()) {
            verdict.show(
                    Badge.Tone.WARNING, Icon.Shape.WARNING, texts.get("compare.verdict.worse"));
        } else if (found != null) {
            verdict.show(Badge.Tone.GOOD, Icon.Shape.CHECK, texts.get("compare.verdict.better"));
        }
    }
}
