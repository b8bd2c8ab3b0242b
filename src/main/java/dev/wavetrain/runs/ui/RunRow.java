package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.Verdict;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.Sparkline;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.ProgressBar;
import dev.wavetrain.shell.parts.RelativeTime;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One run in the table; on a phone the same cells are a card. */
class RunRow extends NativeTableRow {

    private static final int CURVE_STEPS = 50;

    private final Texts texts;
    private final RunWords words;
    private final Clock clock;
    private final Anchor name = new Anchor();
    private final Anchor group = new Anchor();
    private final Span tags = new Span();
    private final Badge worse;
    private final Badge badge;
    private final ProgressBar bar = new ProgressBar();
    private final Span epochs = new Span();
    private final Sparkline curve = new Sparkline(new double[0]);
    private final RunFacts facts;
    private final Map<ListColumn, NativeTableCell> cells = new EnumMap<>(ListColumn.class);
    private final NativeTableCell pickCell;
    private final RunButtons buttons;
    private final Checkbox pick = new Checkbox();
    private @Nullable RunDetails run;
    private int drawnEpoch = -1;

    RunRow(Texts texts, RunRowActions actions, Picked picked, Clock clock) {
        this.texts = texts;
        this.buttons = new RunButtons(texts, actions);
        this.words = new RunWords(texts);
        this.facts = new RunFacts(texts);
        this.clock = clock;
        badge = StateLook.badge(RunState.QUEUED, texts);
        tags.addClassName("wt-run-tags");
        worse = new Badge(Badge.Tone.NEUTRAL, Icon.Shape.WARNING, texts.get("runs.worse"));
        worse.addClassName("wt-run-worse");
        group.addClassNames("wt-chip", "wt-run-group");
        pick.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                picked.set(shown(), change.getValue());
            }
        });
        for (ListColumn column : ListColumn.values()) {
            NativeTableCell cell = cell(column.style());
            cell.getElement().setAttribute("data-label", texts.get("runs.column." + column));
            cells.put(column, cell);
        }
        in(ListColumn.NAME).add(name, group, worse, tags);
        in(ListColumn.STATE).add(badge);
        in(ListColumn.PROGRESS).add(epochs, bar);
        in(ListColumn.CURVE).add(curve);
        pickCell = cell("wt-run-pick", pick);
        Pins.first(pickCell);
    }

    private static NativeTableCell cell(String style, Component... content) {
        NativeTableCell cell = new NativeTableCell(content);
        cell.addClassName(style);
        return cell;
    }

    private NativeTableCell in(ListColumn column) {
        return Objects.requireNonNull(cells.get(column));
    }

    /** The cells in this order. */
    void arrange(ListColumns columns) {
        removeAll();
        add(pickCell);
        columns.shown()
                .forEach(column -> {
                    Pins.show(in(column), column, columns);
                    add(in(column));
                });
        add(buttons);
    }

    void pick(boolean now) {
        pick.setValue(now);
        getElement().setAttribute("data-picked", now);
    }

    private RunDetails shown() {
        if (run == null) {
            throw new IllegalStateException("a row without a run");
        }
        return run;
    }

    /**
     * Changes the row to how the run stands.
     *
     * @return whether its curve should be drawn anew: it moved on by a step that can be seen
     */
    boolean show(RunDetails newer) {
        boolean first = run == null;
        run = newer;
        name.setText(newer.name());
        name.setHref("runs/" + newer.id());
        if (first) {
            name.getElement().setAttribute("router-link", true);
            GroupLink.show(group, newer, texts);
        }
        showTags(newer.tags());
        StateLook.show(badge, newer.state(), texts);
        getElement().setAttribute("data-state", newer.state().name());
        showProgress(newer);
        showVerdict(newer);
        showFacts(newer);
        if (first) {
            in(ListColumn.STARTED).add(new RelativeTime(newer.queuedAt(), clock));
            pick.setAriaLabel(texts.get("bulk.pick", newer.name()));
        }
        buttons.show(newer);
        return outdated(newer);
    }

    void star(boolean favourite) {
        buttons.star(favourite);
    }

    /** Soon at first, then with each step that can be seen. */
    private boolean outdated(RunDetails newer) {
        int epoch = newer.progress().epoch();
        int step = Math.max(1, newer.progress().epochs() / CURVE_STEPS);
        boolean redraw =
                epoch > 0
                        && (epoch >= drawnEpoch + Math.min(step, Math.max(1, drawnEpoch))
                                || newer.state().isFinal() && epoch != drawnEpoch);
        drawnEpoch = redraw ? epoch : drawnEpoch;
        return redraw;
    }

    private void showTags(List<String> newer) {
        if (tags.getChildren().count() != newer.size() || !newer.isEmpty()) {
            tags.removeAll();
            for (String tag : newer) {
                Span chip = new Span(tag);
                chip.addClassName("wt-chip");
                tags.add(chip);
            }
        }
    }

    private void showProgress(RunDetails newer) {
        RunProgress progress = newer.progress();
        bar.show(progress.fraction());
        epochs.setText(words.epochs(progress));
    }

    private void showFacts(RunDetails newer) {
        cells.forEach((column, cell) -> {
            String fact = facts.of(column, newer);
            if (!fact.isEmpty() || column == ListColumn.PACE) {
                cell.setText(fact);
            }
        });
    }

    /** Only of a run that will not become better any more. */
    private void showVerdict(RunDetails newer) {
        Verdict verdict = newer.state().isFinal() ? newer.verdict() : null;
        worse.setVisible(verdict != null && verdict.worse());
        if (verdict != null) {
            worse.setTitle(
                    texts.get(
                            VerdictLine.words(verdict),
                            verdict.metric(),
                            texts.number(verdict.net()),
                            texts.number(verdict.copying())));
        }
    }

    /** Draws the loss so far. */
    void curve(double[] values) {
        curve.show(values);
    }
}
