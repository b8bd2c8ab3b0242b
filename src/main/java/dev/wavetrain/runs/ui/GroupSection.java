package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.RunHead;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Html;
import dev.wavetrain.shell.parts.Icon;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private final RowTools tools;
    private final Texts texts;
    private final Ways ways;
    private final RunWords words;
    private final String key;
    private final HtmlRows heading = new HtmlRows();
    private final NativeTableBody more = new NativeTableBody();
    private final NativeTableHeaderCell moreCell = new NativeTableHeaderCell();
    private final NativeButton moreButton = new NativeButton();
    private final RunBody body;
    private boolean open;
    private @Nullable RunHead head;

    /**
     * @param key of the heading among all
     */
    GroupSection(String key, NativeTable table, RowTools tools, Ways ways, RunBody.Source source) {
        this.key = key;
        this.table = table;
        this.tools = tools;
        this.texts = tools.texts();
        this.ways = ways;
        words = new RunWords(texts);
        body = new RunBody(tools, source);
        heading.addClassName("wt-group-heading");
        moreButton.addClassName("wt-group-more");
        moreButton.addClickListener(click -> more());
        moreCell.add(moreButton);
        more.add(new NativeTableRow(moreCell));
        more.addClassName("wt-group-heading");
    }

    /** Behind all that is in the table. */
    void place() {
        table.add(heading);
        if (open) {
            table.add(body, more);
        }
    }

    void remove() {
        table.remove(heading);
        if (open) {
            table.remove(body, more);
        }
    }

    void show(RunHead now) {
        head = now;
        draw();
    }

    private void draw() {
        heading.draw(
                Map.of(
                        key,
                        List.of(
                                "<th scope=\"rowgroup\" colspan=\"%d\"><div class=\"wt-group-line\">%s</div></th>"
                                        .formatted(
                                                columns(), line(Objects.requireNonNull(head))))));
    }

    private int columns() {
        return tools.columns().shown().size() + OTHER_COLUMNS;
    }

    private String line(RunHead now) {
        String name =
                now.name().isEmpty() ? texts.get("runs.groups.none." + ways.by()) : now.name();
        String best =
                now.best() == null ? "" : texts.get("runs.groups.best", words.loss(now.best()));
        return "<button type=\"button\" class=\"wt-group-toggle\" data-act=\"%s\" aria-expanded=\"%s\">%s<span>%s</span></button>"
                        .formatted(
                                RunTable.TOGGLE,
                                open,
                                Html.icon(
                                        open ? Icon.Shape.CHEVRON_DOWN : Icon.Shape.CHEVRON_RIGHT),
                                Html.text(name))
                + muted(texts.get("runs.count", now.runs()))
                + muted(best)
                + page(now)
                + "<span class=\"wt-group-states\">%s</span>".formatted(states(now));
    }

    private static String muted(String words) {
        return "<span class=\"wt-muted wt-number\">" + Html.text(words) + "</span>";
    }

    private String page(RunHead now) {
        String address = ways.page(now.key());
        if (address == null) {
            return "";
        }
        String label = Html.text(texts.get("runs.groups.open." + ways.by(), now.name()));
        return "<a class=\"wt-icon-button\" href=\"%s\" aria-label=\"%s\" title=\"%s\" router-link>%s</a>"
                .formatted(address, label, label, Html.icon(Icon.Shape.ARROW_RIGHT));
    }

    private String states(RunHead now) {
        return Arrays.stream(RunState.values())
                .filter(now.states()::containsKey)
                .map(state -> badge(state, now.states().getOrDefault(state, 0L)))
                .collect(Collectors.joining());
    }

    private String badge(RunState state, long runs) {
        StateLook look = StateLook.of(state);
        String spoken = texts.nameOf("state", state);
        String count =
                "%s<span class=\"wt-hidden\"> %s</span>"
                        .formatted(Html.text(texts.count(runs)), Html.text(spoken));
        return Html.badge("", look.tone(), look.shape(), count, spoken);
    }

    void toggle() {
        open = !open;
        draw();
        if (open) {
            Element all = table.getElement();
            int below = all.indexOfChild(heading.getElement()) + 1;
            all.insertChild(below, body.getElement(), more.getElement());
            body.fromTheTop();
            moreShown();
        } else {
            table.remove(body, more);
        }
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
        moreCell.getElement().setAttribute("colspan", String.valueOf(columns()));
        more.setVisible(body.below() > 0);
        moreButton.setText(
                isFull()
                        ? texts.get("runs.groups.all", body.total())
                        : texts.get("runs.groups.more", body.below()));
    }

    /** The columns are others. */
    void arrange() {
        draw();
        if (open) {
            body.drawRows();
            moreShown();
        }
    }

    /** None while it is closed. */
    Stream<RunBody> body() {
        return open ? Stream.of(body) : Stream.of();
    }
}
