package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.RunHead;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Icon;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One group of runs: a heading that is opened and closed, and its rows. */
final class GroupSection {

    /** Beside what the table's columns hold: those to pick and to act. */
    private static final int OTHER_COLUMNS = 2;

    /**
     * Where headings lead.
     *
     * @param by what the runs are grouped by
     * @param alone shows the runs under a heading in a list of their own
     */
    record Ways(Grouping by, Consumer<RunHead> alone) {

        @Nullable String page(@Nullable String key) {
            return switch (by) {
                case EXPERIMENT -> key == null ? null : "experiments/" + key;
                case GROUP -> key == null ? null : "groups/" + key;
                case TAG, NONE -> null;
            };
        }
    }

    private final NativeTable table;
    private final Texts texts;
    private final Ways ways;
    private final RunWords words;
    private final NativeTableBody heading = new NativeTableBody();
    private final NativeTableHeaderCell cell = new NativeTableHeaderCell();
    private final NativeButton toggle = new NativeButton();
    private final Icon fold = new Icon(Icon.Shape.CHEVRON_RIGHT);
    private final Span name = new Span();
    private final Anchor page = new Anchor();
    private final Span count = new Span();
    private final Span best = new Span();
    private final Span states = new Span();
    private final NativeTableBody more = new NativeTableBody();
    private final NativeTableHeaderCell moreCell = new NativeTableHeaderCell();
    private final NativeButton moreButton = new NativeButton();
    private final RunBody body;
    private boolean open;
    private @Nullable RunHead head;

    GroupSection(NativeTable table, RowTools tools, Ways ways, RunBody.Source source) {
        this.table = table;
        this.texts = tools.texts();
        this.ways = ways;
        words = new RunWords(texts);
        body = new RunBody(tools, source);
        toggle.add(fold, name);
        toggle.addClassName("wt-group-toggle");
        toggle.addClickListener(click -> open(!open));
        page.add(new Icon(Icon.Shape.ARROW_RIGHT));
        page.getElement().setAttribute("router-link", true);
        page.addClassName("wt-icon-button");
        count.addClassNames("wt-muted", "wt-number");
        best.addClassNames("wt-muted", "wt-number");
        states.addClassName("wt-group-states");
        Div line = new Div(toggle, count, best, page, states);
        line.addClassName("wt-group-line");
        cell.add(line);
        cell.getElement().setAttribute("scope", "rowgroup");
        heading.add(new NativeTableRow(cell));
        heading.addClassName("wt-group-heading");
        moreButton.addClassName("wt-group-more");
        moreButton.addClickListener(click -> more());
        moreCell.add(moreButton);
        more.add(new NativeTableRow(moreCell));
        more.addClassName("wt-group-heading");
        arrange(tools.columns().get());
        fold();
    }

    /** Behind all that is in the table. */
    void place() {
        table.add(heading, body, more);
    }

    void remove() {
        table.remove(heading, body, more);
    }

    void show(RunHead now) {
        head = now;
        name.setText(
                now.name().isEmpty() ? texts.get("runs.groups.none." + ways.by()) : now.name());
        String address = ways.page(now.key());
        page.setVisible(address != null);
        if (address != null) {
            page.setHref(address);
            String label = texts.get("runs.groups.open." + ways.by(), now.name());
            page.getElement().setAttribute("aria-label", label);
            page.getElement().setAttribute("title", label);
        }
        count.setText(texts.get("runs.count", now.runs()));
        best.setText(
                now.best() == null ? "" : texts.get("runs.groups.best", words.loss(now.best())));
        states.removeAll();
        Stream.of(RunState.values())
                .filter(now.states()::containsKey)
                .forEach(state -> states.add(badge(state, now.states().get(state))));
    }

    private Badge badge(RunState state, @Nullable Long runs) {
        StateLook look = StateLook.of(state);
        Badge badge = new Badge(look.tone(), look.shape(), texts.count(runs == null ? 0 : runs));
        String spoken = texts.nameOf("state", state);
        badge.setTitle(spoken);
        Span word = new Span(" " + spoken);
        word.addClassName("wt-hidden");
        badge.add(word);
        return badge;
    }

    private void open(boolean now) {
        open = now;
        fold();
        if (open) {
            body.fromTheTop();
            moreShown();
        }
    }

    private void fold() {
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
        fold.show(open ? Icon.Shape.CHEVRON_DOWN : Icon.Shape.CHEVRON_RIGHT);
        body.setVisible(open);
        more.setVisible(open && body.below() > 0);
    }

    void reload() {
        if (open) {
            body.reload();
            moreShown();
        }
    }

    /** As many as one window holds; all others are in a list of their own. */
    private void more() {
        if (isFull()) {
            ways.alone().accept(Objects.requireNonNull(head));
        } else {
            body.later();
            moreShown();
        }
    }

    private boolean isFull() {
        return body.listed().size() >= RunBody.MOST;
    }

    private void moreShown() {
        more.setVisible(open && body.below() > 0);
        moreButton.setText(
                isFull()
                        ? texts.get("runs.groups.all", body.total())
                        : texts.get("runs.groups.more", body.below()));
    }

    void arrange(ListColumns columns) {
        String span = String.valueOf(columns.shown().size() + OTHER_COLUMNS);
        cell.getElement().setAttribute("colspan", span);
        moreCell.getElement().setAttribute("colspan", span);
        body.arrange(columns);
    }

    /** None while it is closed. */
    Stream<RunBody> body() {
        return open ? Stream.of(body) : Stream.of();
    }
}
