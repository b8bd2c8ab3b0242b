package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The runs of a group, seed by seed; rows are changed in place. */
final class GroupRunsTable extends Card {

    private final boolean links;
    private final Texts texts;
    private final RunWords words;
    private final Map<RunId, Row> rows = new LinkedHashMap<>();
    private @Nullable NumberTable table;

    /**
     * @param links whether each run's page can be opened
     */
    GroupRunsTable(boolean links, Texts texts) {
        super(texts.get("group.runs"));
        this.links = links;
        this.texts = texts;
        words = new RunWords(texts);
    }

    void show(RunGroup group) {
        List<RunId> ids = group.runs().stream().map(RunDetails::id).toList();
        if (!ids.equals(List.copyOf(rows.keySet()))) {
            fill(group);
        }
        for (RunDetails run : group.runs()) {
            Row row = rows.get(run.id());
            if (row != null) {
                row.show(run, texts, words);
            }
        }
    }

    private void fill(RunGroup group) {
        if (table == null) {
            table = new NumberTable(texts.get("group.runs"), 2, columns(group.validates()));
            add(table);
        }
        rows.clear();
        table.clear();
        for (RunDetails run : group.runs()) {
            Row row = new Row(run, links, texts);
            rows.put(run.id(), row);
            table.row(row.seed, List.of(row.state, row.epochs, row.loss, row.best, row.bestEpoch));
        }
    }

    private List<String> columns(boolean validates) {
        List<String> columns = new ArrayList<>();
        columns.add(texts.get("group.column.seed"));
        columns.add(texts.get("group.column.state"));
        columns.add(texts.get("group.column.epochs"));
        columns.add(texts.get("metric.LOSS"));
        columns.add(texts.get(validates ? "metric.BEST.validation" : "metric.BEST"));
        columns.add(texts.get("metric.BEST_EPOCH"));
        return columns;
    }

    /** The cells that change. */
    private static final class Row {

        private final Component seed;
        private final Badge state;
        private final Span epochs = new Span();
        private final Span loss = new Span();
        private final Span best = new Span();
        private final Span bestEpoch = new Span();
        private RunState shown = RunState.QUEUED;

        Row(RunDetails run, boolean links, Texts texts) {
            String name = texts.get("group.seed", run.seed());
            seed = links ? new Anchor("runs/" + run.id(), name) : new Span(name);
            seed.getElement().setAttribute("router-link", links);
            state = StateLook.badge(shown, texts);
        }

        void show(RunDetails run, Texts texts, RunWords words) {
            if (run.state() != shown) {
                shown = run.state();
                StateLook.show(state, shown, texts);
            }
            RunProgress progress = run.progress();
            epochs.setText(words.epochs(progress));
            loss.setText(words.loss(progress.loss()));
            best.setText(words.loss(progress.best()));
            Integer epoch = progress.bestEpoch();
            bestEpoch.setText(epoch == null ? "–" : texts.count(epoch));
        }
    }
}
