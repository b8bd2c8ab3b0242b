package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.filter.FilterClause;
import dev.wavetrain.runs.filter.KnownValues;
import dev.wavetrain.shell.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which runs to list: a filter, and shortcuts that write into it. */
class RunFilter extends Div {

    /** Pausing is not offered, so nobody looks for it. */
    private static final List<RunState> STATES =
            List.of(
                    RunState.RUNNING,
                    RunState.QUEUED,
                    RunState.COMPLETED,
                    RunState.STOPPED_EARLY,
                    RunState.DIVERGED,
                    RunState.CANCELLED,
                    RunState.FAILED);

    private static final FilterClause STATE = new FilterClause("state");
    private static final List<Grouping> GROUPINGS =
            List.of(Grouping.EXPERIMENT, Grouping.TAG, Grouping.GROUP);
    private static final FilterClause FAVOURITE = new FilterClause("favourite");

    private final Texts texts;
    private final Runnable changed;
    private final FilterBox box;
    private final FilterHelp help;
    private final Select<RunState> state = new Select<>();
    private final Checkbox favourite = new Checkbox();
    private final Select<Grouping> grouping = new Select<>();
    private final Span count = new Span();
    private final Div tools = new Div(favourite, count);

    /**
     * @param user whose recent filters are offered
     */
    RunFilter(Texts texts, KnownValues known, UserId user, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        addClassName("wt-run-filter");
        box = new FilterBox(texts, known, user, this::written);
        help = new FilterHelp(texts, box::write);
        state.setItems(STATES);
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(texts.get("runs.filter.anyState"));
        state.setItemLabelGenerator(each ->
                each == null ? texts.get("runs.filter.anyState") : texts.nameOf("state", each));
        state.setAriaLabel(texts.get("runs.filter.state"));
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                put(STATE, change.getValue() == null ? null : change.getValue().name());
            }
        });
        favourite.setLabel(texts.get("runs.filter.favourites"));
        favourite.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                put(FAVOURITE, change.getValue() ? "true" : null);
            }
        });
        grouping.setItems(GROUPINGS);
        grouping.setEmptySelectionAllowed(true);
        grouping.setEmptySelectionCaption(texts.get("runs.groupBy.NONE"));
        grouping.setItemLabelGenerator(
                each -> texts.get("runs.groupBy." + (each == null ? Grouping.NONE : each)));
        grouping.setAriaLabel(texts.get("runs.groupBy"));
        grouping.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.run();
            }
        });
        count.addClassNames("wt-muted", "wt-number");
        count.getElement().setAttribute("role", "status");
        add(box, help, state, grouping, tools);
        tools.addClassName("wt-run-tools");
    }

    private void put(FilterClause clause, @Nullable String value) {
        box.write(clause.put(box.filter(), value));
    }

    private void written() {
        shortcuts();
        changed.run();
    }

    private void shortcuts() {
        Optional<String> chosen = STATE.in(box.filter());
        state.setValue(
                chosen.flatMap(name ->
                                STATES.stream()
                                        .filter(each -> each.name().equalsIgnoreCase(name))
                                        .findFirst())
                        .orElse(null));
        favourite.setValue(FAVOURITE.in(box.filter()).filter("true"::equalsIgnoreCase).isPresent());
    }

    /** The filter that runs have to fulfil. */
    String query() {
        return box.filter();
    }

    /** What to group by. */
    Grouping grouping() {
        return Objects.requireNonNullElse(grouping.getValue(), Grouping.NONE);
    }

    /** As the page's address has it; what is wrong with a filter is marked, and it finds all. */
    void begin(String filter, Grouping by) {
        box.begin(filter);
        shortcuts();
        group(by);
    }

    private void group(Grouping by) {
        grouping.setValue(by == Grouping.NONE ? null : by);
    }

    /** Without groups, only what is in one of them. */
    void alone(Grouping by, @Nullable String key) {
        group(Grouping.NONE);
        FilterClause clause = new FilterClause(by.name().toLowerCase(Locale.ROOT));
        if (key == null) {
            box.write(clause.addEmpty(box.filter()));
        } else if (by == Grouping.TAG) {
            // A run has several.
            box.write(clause.add(box.filter(), key));
        } else {
            box.write(clause.put(box.filter(), key));
        }
    }

    /** What is not seen at once. */
    void fill() {
        help.fill();
    }

    /** Beside the number of runs. */
    void addTools(Component... more) {
        tools.add(more);
    }

    void count(String words) {
        count.setText(words);
    }

    /** Shows all again. */
    void clear() {
        box.write("");
    }
}
