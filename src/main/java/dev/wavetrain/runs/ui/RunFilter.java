package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;

/** Which runs to list: words, and one state. */
class RunFilter extends Div {

    private static final int TYPING_MILLIS = 250;

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

    private final Texts texts;
    private final Runnable changed;
    private final TextField words = new TextField();
    private final Select<RunState> state = new Select<>();
    private final Checkbox favourite = new Checkbox();
    private final Span count = new Span();
    private boolean clearing;

    RunFilter(Texts texts, Runnable changed) {
        this.texts = texts;
        this.changed = changed;
        addClassName("wt-run-filter");
        words.setPlaceholder(texts.get("runs.filter"));
        words.setAriaLabel(texts.get("runs.filter"));
        words.setPrefixComponent(new Icon(Icon.Shape.SEARCH));
        words.setClearButtonVisible(true);
        words.setMaxLength(RunQuery.LONGEST_TEXT - 50);
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_MILLIS);
        words.getElement().setAttribute("data-filter", true);
        state.setItems(STATES);
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(texts.get("runs.filter.anyState"));
        state.setItemLabelGenerator(each ->
                each == null ? texts.get("runs.filter.anyState") : texts.nameOf("state", each));
        state.setAriaLabel(texts.get("runs.filter.state"));
        words.addValueChangeListener(change -> tell());
        state.addValueChangeListener(change -> tell());
        favourite.setLabel(texts.get("runs.filter.favourites"));
        favourite.addValueChangeListener(change -> tell());
        count.addClassNames("wt-muted", "wt-number");
        count.getElement().setAttribute("role", "status");
        add(words, state, favourite, count);
    }

    private void tell() {
        if (!clearing) {
            changed.run();
        }
    }

    String query() {
        RunState chosen = state.getValue();
        return chosen == null ? words.getValue() : words.getValue() + " state:" + chosen;
    }

    /** Whether the favourites alone. */
    boolean favourites() {
        return favourite.getValue();
    }

    void count(long total) {
        count.setText(texts.get("runs.count", total));
    }

    /** Shows all again, asking once. */
    void clear() {
        clearing = true;
        state.clear();
        favourite.clear();
        words.clear();
        clearing = false;
        changed.run();
    }
}
