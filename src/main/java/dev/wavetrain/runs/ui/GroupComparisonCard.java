package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Shared;
import dev.wavetrain.runs.GroupComparison;
import dev.wavetrain.runs.GroupDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.List;

/** Which differences to another group are larger than the seeds' noise. */
final class GroupComparisonCard extends Card {

    private final Caller caller;
    private final GroupDetails own;
    private final GroupServices services;
    private final Texts texts;
    private final Select<GroupDetails> with = new Select<>();
    private final Div answer = new Div();
    private int results = -1;

    GroupComparisonCard(Caller caller, GroupDetails own, GroupServices services, Texts texts) {
        super(texts.get("contrast.title"));
        this.caller = caller;
        this.own = own;
        this.services = services;
        this.texts = texts;
        answer.getElement().setAttribute("aria-live", "polite");
        List<GroupDetails> others =
                services.groups().inProject(caller, own.project()).stream()
                        .filter(group -> !group.id().equals(own.id()))
                        .toList();
        if (others.isEmpty()) {
            add(muted(texts.get("contrast.nobody")));
            return;
        }
        with.addClassName("wt-group-with");
        with.setLabel(texts.get("contrast.with"));
        with.setPlaceholder(texts.get("contrast.choose"));
        with.setItems(others);
        with.setItemLabelGenerator(group -> GroupWords.title(texts, group));
        with.addValueChangeListener(change -> compare());
        add(with, answer);
    }

    /** Results that come in may change the answer. */
    void follow(RunGroup group) {
        int now = group.results().size();
        if (now != results) {
            results = now;
            compare();
        }
    }

    private void compare() {
        answer.removeAll();
        GroupDetails other = with.getValue();
        if (other == null) {
            return;
        }
        try {
            GroupComparison comparison = services.groups().compare(caller, own.id(), other.id());
            answer.add(
                    new ContrastTable(
                            comparison,
                            texts.get("contrast.own"),
                            texts.get("contrast.other"),
                            texts));
            if (caller.mayChange(own.project())) {
                answer.add(
                        services.share()
                                .button(
                                        caller,
                                        new Shared.Comparison(own.id(), other.id()),
                                        texts.get("contrast.of", own.name(), other.name()),
                                        texts));
            }
        } catch (NotFound gone) {
            answer.add(muted(texts.get("contrast.gone")));
        }
    }

    private static Paragraph muted(String text) {
        Paragraph paragraph = new Paragraph(text);
        paragraph.addClassNames("wt-muted", "wt-group-note");
        return paragraph;
    }
}
