package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The table of runs with what it is filtered, sorted and grouped by. More rows are read as somebody
 * scrolls to them ({@code scripts/runs-table.js}), or presses the button there.
 */
class RunList extends Div {

    private final ListReader reader;
    private final Consumer<ListSettings> written;
    private final RunFilter filter;
    private final RunListHead head;
    private final ColumnChooser chooser;
    private final Picked picked;
    private final BulkBar bulk;
    private final RowTools tools;
    private final ListNews news;
    private final RunTable table;
    private final Div scroll = new Div();
    private final Div above = new Div();
    private final Button more = new Button();
    private final Div none = new Div();
    private ListSettings settings;
    private TableRows rows;

    /**
     * @param begin what it shows first; a filter that cannot be read is marked, and finds all
     * @param written told of each change
     * @param beside what stands with the columns
     */
    RunList(
            ListReader reader,
            Texts texts,
            ListSettings begin,
            Consumer<ListSettings> written,
            Component... beside) {
        this.reader = reader;
        this.written = written;
        settings = begin;
        RunServices services = reader.services();
        news = new ListNews(reader);
        picked = new Picked(this::showPicked);
        RunRowActions actions = reader.actions(texts, this::reload);
        tools =
                new RowTools(
                        reader.caller(),
                        services,
                        texts,
                        actions,
                        picked,
                        () -> settings.columns());
        table = new RunTable(actions, picked, this::toggled);
        filter = new RunFilter(texts, reader.known(), reader.caller().user(), this::filtered);
        filter.begin(begin.query(), begin.grouping());
        head = new RunListHead(texts, this::sorted, this::pickAll);
        head.sort(begin.sort());
        head.arrange(begin.columns());
        chooser = new ColumnChooser(texts, begin.columns(), this::choose);
        bulk = new BulkBar(texts, reader.bulk(texts, this::reload), picked);
        settings = new ListSettings(filter.query(), head.sort(), begin.grouping(), begin.columns());
        rows = rows();
        arrangeParts(texts, beside);
        fromTheTop();
    }

    private void arrangeParts(Texts texts, Component... beside) {
        addClassName("wt-run-list");
        scroll.add(table);
        scroll.addClassName("wt-runs-scroll");
        above.addClassName("wt-runs-above");
        more.setText(texts.get("runs.more"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.addClickListener(click -> later());
        none.add(
                new EmptyState(
                        Icon.Shape.SEARCH,
                        texts.get("runs.none"),
                        texts.get("runs.none.text"),
                        new Button(texts.get("runs.none.clear"), click -> filter.clear())));
        filter.addTools(beside);
        filter.addTools(chooser);
        add(filter, bulk, above, scroll, none, more);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://scripts/runs-table.js");
        getElement()
                .executeJs(
                        "window.wavetrainRows(this, $0, $1, $2)",
                        scroll.getElement(),
                        above.getElement(),
                        more.getElement());
    }

    private TableRows rows() {
        table.removeAll();
        table.add(head);
        TableRows now =
                settings.grouping() == Grouping.NONE
                        ? new FlatRows(table, tools, reader.rows(() -> settings))
                        : new GroupedRows(
                                table,
                                tools,
                                reader.groups(() -> settings),
                                new GroupSection.Ways(settings.grouping(), this::alone));
        table.hold(now);
        return now;
    }

    private void toggled() {
        shown();
        whenPainted();
    }

    private void filtered() {
        picked.clear();
        sorted();
    }

    private void sorted() {
        boolean regrouped = settings.grouping() != filter.grouping();
        settings =
                new ListSettings(
                        filter.query(), head.sort(), filter.grouping(), settings.columns());
        if (regrouped) {
            rows = rows();
        }
        written.accept(settings);
        fromTheTop();
    }

    /** The runs under one heading, without headings. */
    private void alone(dev.wavetrain.runs.RunHead group) {
        filter.alone(settings.grouping(), group.key());
    }

    private void choose(ListColumns columns) {
        settings = settings.with(columns);
        head.arrange(columns);
        rows.arrange();
        written.accept(settings);
    }

    private void pickAll(boolean all) {
        if (all) {
            picked.all(rows.listed().values());
        } else {
            picked.clear();
        }
    }

    private void showPicked() {
        rows.bodies().forEach(RunBody::drawRows);
        head.picked(picked, rows.listed().keySet());
        bulk.show();
    }

    /** What fills the window, and when that is painted the rest of the first page. */
    private void fromTheTop() {
        rows.fromTheTop();
        shown();
        whenPainted();
    }

    private void whenPainted() {
        getElement()
                .executeJs(
                        "return new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
                .then(painted -> {
                    rows.rest();
                    shown();
                    filter.fill();
                    chooser.fill();
                });
    }

    private void reload() {
        rows.reload();
        shown();
    }

    private void later() {
        rows.later();
        shown();
    }

    /** Somebody has scrolled to where rows are missing, above or below. */
    @ClientCallable
    void scrolled(boolean down) {
        if (down) {
            later();
        } else {
            rows.earlier();
            shown();
        }
    }

    private void shown() {
        Map<RunId, RunDetails> listed = rows.listed();
        picked.keep(reader.stillThere(picked.runs(), listed));
        picked.follow(listed.values());
        head.picked(picked, listed.keySet());
        filter.count(rows.count());
        none.setVisible(rows.isEmpty());
        hide(scroll, rows.isEmpty());
        hide(more, !rows.hasLater());
        above.getStyle().set("--wt-rows", String.valueOf(rows.above()));
        hide(above, rows.above() == 0);
    }

    /** The script knows them from the beginning, so they are there even where they say nothing. */
    private static void hide(Component part, boolean hidden) {
        part.getElement().setAttribute("hidden", hidden);
    }

    /**
     * What the feed said since the last push: one reading, of the rows that are there or of all.
     */
    void happened(Map<RunId, RunEvent> events) {
        Collection<RunDetails> newer = news.of(events, rows.listed().keySet(), settings);
        if (newer == null) {
            reload();
            return;
        }
        List<RunId> stale = rows.follow(newer);
        picked.follow(newer);
        var curves = tools.curves(stale);
        rows.bodies().forEach(body -> body.show(curves));
    }
}
