package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.filter.Completion;
import dev.wavetrain.runs.filter.FilterParser;
import dev.wavetrain.runs.filter.KnownValues;
import dev.wavetrain.runs.filter.Offer;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.time.Instant;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where a filter is written. It offers what could come next, says what is wrong and where, and
 * remembers in the browser what was asked before ({@code scripts/filter.js}).
 */
final class FilterBox extends Div {

    private final Texts texts;
    private final KnownValues known;
    private final UserId user;
    private final Runnable changed;
    private final TextField field = new TextField();
    private final Div offers = new Div();
    private final Div error = new Div();
    private String filter = "";

    /**
     * @param user whose recent filters are offered
     * @param changed called with each new filter that can be read
     */
    FilterBox(Texts texts, KnownValues known, UserId user, Runnable changed) {
        this.texts = texts;
        this.known = known;
        this.user = user;
        this.changed = changed;
        addClassName("wt-filter");
        field.setPlaceholder(texts.get("filter.placeholder"));
        field.setAriaLabel(texts.get("filter.label"));
        field.setPrefixComponent(new Icon(Icon.Shape.SEARCH));
        field.setClearButtonVisible(true);
        field.setMaxLength(RunQuery.LONGEST_TEXT);
        field.setManualValidation(true);
        field.setWidthFull();
        field.getElement().setAttribute("data-filter", true);
        offers.addClassName("wt-filter-offers");
        offers.getElement().setAttribute("hidden", true);
        error.addClassName("wt-filter-error");
        error.getElement().setAttribute("role", "alert");
        add(field, offers, error);
    }

    /** The last one that could be read. */
    String filter() {
        return filter;
    }

    /** As if somebody had written it. */
    void write(String text) {
        show(text);
        var _ = apply(text, true);
    }

    /** Without asking for the runs; one that cannot be read is shown and marked. */
    void begin(String text) {
        show(text);
        filter = text;
        if (!apply(text, true)) {
            filter = "";
        }
    }

    private void show(String text) {
        field.setValue(text);
        // The browser may know another value than was ever told.
        field.getElement().executeJs("this.value = $0", text);
    }

    /**
     * @param done whether the writer has left it, or pressed Enter: until then something may well
     *     be missing at the end
     * @return whether it can be read
     */
    @ClientCallable
    boolean apply(String text, boolean done) {
        try {
            FilterParser.parse(text, Instant.now());
        } catch (InvalidValue wrong) {
            refuse(wrong.errors().getFirst(), text, done);
            return false;
        }
        say("");
        if (!text.equals(filter)) {
            filter = text;
            changed.run();
        }
        return true;
    }

    private void refuse(FieldError wrong, String text, boolean done) {
        Integer position = wrong.position();
        int length = text.codePointCount(0, text.length());
        if (!done && (position == null || position > length)) {
            say("");
            return;
        }
        say(position == null ? texts.error(wrong) : texts.reason(wrong));
        if (position != null) {
            int from = text.offsetByCodePoints(0, Math.min(position - 1, length));
            getElement().executeJs("this.wavetrainFilter?.mark($0, $1)", from, text);
        }
    }

    private void say(String words) {
        error.setText(words);
        error.setVisible(!words.isEmpty());
        field.setInvalid(!words.isEmpty());
        if (words.isEmpty()) {
            getElement().executeJs("this.wavetrainFilter?.unmark()");
        }
    }

    /** What could be written at the caret: from, to, text, label, kind in words. */
    @ClientCallable
    ArrayNode complete(String text, int caret) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Offer offer : Completion.at(text, caret, known)) {
            all.addArray()
                    .add(offer.from())
                    .add(offer.to())
                    .add(offer.text())
                    .add(offer.label())
                    .add(texts.nameOf("filter.offer", offer.kind()));
        }
        return all;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        event.getUI().getPage().addJavaScript("context://scripts/options.js");
        event.getUI().getPage().addJavaScript("context://scripts/filter.js");
        getElement()
                .executeJs(
                        "window.wavetrainFilter(this, $0, $1, $2, $3)",
                        field.getElement(),
                        offers.getElement(),
                        user.toString(),
                        texts.get("filter.offer.RECENT"));
    }
}
