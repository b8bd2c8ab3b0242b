package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.shell.HelpLink;
import dev.wavetrain.shell.HelpTopic;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The run's losses beside those of predicting without a net, over the very same samples. */
final class BaselineTable extends Card {

    private final boolean validates;
    private final Texts texts;
    private final RunWords words;
    private final NativeTable table = new NativeTable();
    private final NativeTableCell lastLoss = number();
    private final NativeTableCell lastValLoss = number();
    private final NativeTableCell bestLoss = number();
    private final NativeTableCell bestValLoss = number();
    private final Paragraph note = new Paragraph();
    private @Nullable BaselineLosses shown;

    BaselineTable(boolean validates, Texts texts) {
        super(texts.get("baselines.title"));
        this.validates = validates;
        this.texts = texts;
        words = new RunWords(texts);
        addClassName("wt-baselines");
        table.addClassName("wt-table");
        note.addClassName("wt-muted");
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(texts.get("errors.who")));
        header(head, "run.loss");
        header(head, "run.valLoss");
        row("baselines.best", bestLoss, bestValLoss).addClassName("wt-row-strong");
        row("baselines.last", lastLoss, lastValLoss);
        add(table, note);
        withActions(new HelpLink(HelpTopic.BASELINES, texts.get("baselines.how")));
        setVisible(false);
    }

    /** Null where the run was not prepared yet: then there is nothing to set beside it. */
    void show(RunProgress progress, @Nullable BaselineLosses baselines) {
        setVisible(baselines != null);
        if (baselines == null) {
            return;
        }
        if (shown == null) {
            shown = baselines;
            baselines.losses().stream()
                    .sorted(Comparator.comparingDouble(this::watched))
                    .forEach(this::row);
            note(baselines);
        }
        String best = words.loss(progress.best());
        bestLoss.setText(validates ? "" : best);
        bestValLoss.setText(validates ? best : "");
        lastLoss.setText(words.loss(progress.loss()));
        lastValLoss.setText(words.loss(progress.valLoss()));
    }

    private double watched(BaselineLoss one) {
        return one.valLoss() == null ? one.loss() : one.valLoss();
    }

    private void row(BaselineLoss one) {
        NativeTableCell loss = number();
        NativeTableCell valLoss = number();
        loss.setText(words.loss(one.loss()));
        valLoss.setText(words.loss(one.valLoss()));
        row("baseline." + one.kind().name(), loss, valLoss);
    }

    private NativeTableRow row(String name, NativeTableCell loss, NativeTableCell valLoss) {
        NativeTableRow row = table.getBody().addRow();
        row.add(new NativeTableCell(texts.get(name)), loss);
        if (validates) {
            row.add(valLoss);
        }
        return row;
    }

    private void header(NativeTableRow head, String key) {
        if (validates || key.equals("run.loss")) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(texts.get(key));
            cell.addClassName("wt-number");
            head.add(cell);
        }
    }

    private void note(BaselineLosses baselines) {
        Integer period = baselines.period();
        note.removeAll();
        if (baselines.losses().isEmpty()) {
            note.setText(texts.get("baselines.none"));
        } else if (baselines.find(Baseline.Kind.SEASONAL).isEmpty() || period == null) {
            note.add(
                    new Span(texts.get("baselines.noPeriod") + " "),
                    new HelpLink(HelpTopic.NO_PERIOD, texts.get("advice.more")));
        } else {
            note.setText(texts.get("baselines.period", period));
        }
    }

    private static NativeTableCell number() {
        NativeTableCell cell = new NativeTableCell();
        cell.addClassName("wt-number");
        return cell;
    }
}
