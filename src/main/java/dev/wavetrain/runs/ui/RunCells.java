package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.Verdict;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Html;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.ProgressBar;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A run as the cells of a row, in HTML; on a phone the same cells are a card. */
final class RunCells {

    private final Texts texts;
    private final RunRowActions actions;
    private final Clock clock;
    private final RunWords words;
    private final RunFacts facts;

    RunCells(Texts texts, RunRowActions actions, Clock clock) {
        this.texts = texts;
        this.actions = actions;
        this.clock = clock;
        words = new RunWords(texts);
        facts = new RunFacts(texts);
    }

    /**
     * What a row shows that the run does not say itself.
     *
     * @param curve SVG of its losses
     */
    record Look(boolean picked, boolean starred, String curve) {}

    List<String> of(RunDetails run, Look look, ListColumns columns) {
        List<String> cells = new ArrayList<>();
        cells.add(cell("wt-run-pick", Pins.first(), pick(run, look.picked())));
        for (ListColumn column : columns.shown()) {
            String about =
                    " data-label=\"%s\"%s"
                            .formatted(
                                    Html.text(texts.get("runs.column." + column)),
                                    Pins.of(column, columns));
            cells.add(cell(column.style(), about, content(column, run, look)));
        }
        cells.add(cell("wt-run-actions", "", buttons(run, look.starred())));
        return cells;
    }

    private static String cell(String style, String attributes, String content) {
        return "<td class=\"" + style + "\"" + attributes + ">" + content + "</td>";
    }

    private String pick(RunDetails run, boolean picked) {
        return "<input type=\"checkbox\" aria-label=\"%s\"%s>"
                .formatted(Html.text(texts.get("bulk.pick", run.name())), picked ? " checked" : "");
    }

    private String content(ListColumn column, RunDetails run, Look look) {
        return switch (column) {
            case NAME -> name(run);
            case STATE -> StateLook.html(run.state(), texts);
            case PROGRESS -> progress(run);
            case CURVE ->
                    "<span class=\"wt-sparkline\" aria-hidden=\"true\">" + look.curve() + "</span>";
            case STARTED -> ago(run.queuedAt());
            default -> Html.text(facts.of(column, run));
        };
    }

    private String name(RunDetails run) {
        StringBuilder all = new StringBuilder();
        all.append(
                "<a href=\"runs/%s\" router-link>%s</a>"
                        .formatted(run.id(), Html.text(run.name())));
        all.append(GroupLink.html(run, texts));
        Verdict verdict = run.state().isFinal() ? run.verdict() : null;
        // Only of a run that will not become better any more.
        if (verdict != null && verdict.worse()) {
            all.append(worse(verdict));
        }
        if (!run.tags().isEmpty()) {
            all.append(
                    run.tags().stream()
                            .map(tag -> "<span class=\"wt-chip\">" + Html.text(tag) + "</span>")
                            .collect(
                                    Collectors.joining(
                                            "", "<span class=\"wt-run-tags\">", "</span>")));
        }
        return all.toString();
    }

    private String worse(Verdict verdict) {
        String why =
                texts.get(
                        VerdictLine.words(verdict),
                        verdict.metric(),
                        texts.number(verdict.net()),
                        texts.number(verdict.copying()));
        return Html.badge(
                "wt-run-worse",
                Badge.Tone.NEUTRAL,
                Icon.Shape.WARNING,
                Html.text(texts.get("runs.worse")),
                why);
    }

    private String progress(RunDetails run) {
        return "<span>%s</span><div class=\"wt-progress\" data-state=\"%s\"><div style=\"width:%s\"></div></div>"
                .formatted(
                        Html.text(words.epochs(run.progress())),
                        run.state(),
                        ProgressBar.width(run.progress().fraction()));
    }

    private String ago(Instant instant) {
        return "<time class=\"wt-number\" datetime=\"%s\" title=\"%s\">%s</time>"
                .formatted(
                        instant,
                        Html.text(texts.exactly(instant)),
                        Html.text(texts.ago(instant, clock.instant())));
    }

    /** Those that cannot be pressed keep their place, so that the focus stays on the others. */
    private String buttons(RunDetails run, boolean starred) {
        return Arrays.stream(RunRowActions.Act.values())
                        .map(act -> button(act, run))
                        .collect(Collectors.joining())
                + Html.button(
                        RunRowActions.STAR,
                        Icon.Shape.STAR,
                        texts.get("runs.favourite"),
                        "aria-pressed=\"" + starred + "\"");
    }

    private String button(RunRowActions.Act act, RunDetails run) {
        return actions.can(act, run)
                ? Html.button(act.name(), act.icon(), texts.get(act.text(), run.name()), "")
                : "<button type=\"button\" hidden></button>";
    }
}
