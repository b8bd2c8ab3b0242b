package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.shell.HelpLink;
import dev.wavetrain.shell.HelpTopic;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.Comparator;
import java.util.Optional;

/** The forecast's errors beside those of predicting without a net, and what that says. */
final class ErrorsTable extends Card {

    private final Texts texts;
    private final RunWords words;
    private final Paragraph note = new Paragraph();
    private final Paragraph says = new Paragraph();
    private NativeTable table = new NativeTable();

    ErrorsTable(Texts texts) {
        super(texts.get("errors.title"));
        this.texts = texts;
        words = new RunWords(texts);
        says.addClassName("wt-errors-says");
        note.addClassName("wt-muted");
        note.add(
                new Span(texts.get("errors.noSeason") + " "),
                new HelpLink(HelpTopic.NO_PERIOD, texts.get("advice.more")));
        add(says, table, note);
    }

    void show(Evaluation evaluation) {
        // An emptied table does not take a new head: each answer gets a table of its own.
        NativeTable before = table;
        table = new NativeTable();
        table.addClassName("wt-table");
        replace(before, table);
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(texts.get("errors.who")));
        for (String kind : new String[] {"rmse", "mae", "mse"}) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(texts.get("errors." + kind));
            cell.addClassName("wt-number");
            head.add(cell);
        }
        row(texts.get("errors.net"), evaluation.rmse(), evaluation.mae(), evaluation.mse())
                .addClassName("wt-row-strong");
        evaluation.baselines().stream()
                .sorted(Comparator.comparingDouble(Baseline::rmse))
                .forEach(b -> row(texts.nameOf("baseline", b.kind()), b.rmse(), b.mae(), b.mse()));
        boolean known = !Double.isNaN(evaluation.rmse());
        note.setVisible(
                evaluation.baselines().stream()
                        .noneMatch(one -> one.kind() == Baseline.Kind.SEASONAL));
        says.setVisible(known);
        says.setText(verdict(evaluation));
        says.getElement()
                .setAttribute("data-tone", beaten(evaluation).isPresent() ? "warning" : "good");
    }

    private NativeTableRow row(String name, double... values) {
        NativeTableRow row = table.getBody().addRow();
        row.add(new NativeTableCell(name));
        for (double value : values) {
            NativeTableCell cell = new NativeTableCell(words.error(value));
            cell.addClassName("wt-number");
            row.add(cell);
        }
        return row;
    }

    /** The baseline that is at least as good as the net, the best of them. */
    private static Optional<Baseline> beaten(Evaluation evaluation) {
        return evaluation.baselines().stream()
                .filter(baseline -> baseline.rmse() <= evaluation.rmse())
                .min(Comparator.comparingDouble(Baseline::rmse));
    }

    private String verdict(Evaluation evaluation) {
        return beaten(evaluation)
                .map(better -> texts.get("errors.beaten", texts.nameOf("baseline", better.kind())))
                .orElseGet(() -> texts.get("errors.ahead"));
    }
}
