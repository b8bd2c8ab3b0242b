package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunFamily;
import dev.wavetrain.runs.RunParent;
import dev.wavetrain.shell.Texts;

/** The runs whose weights a run goes back to, and those that go back to its own. */
final class FamilyTree extends UnorderedList {

    private final Texts texts;
    private final RunId self;

    FamilyTree(RunFamily family, RunId self, Texts texts) {
        this.texts = texts;
        this.self = self;
        addClassName("wt-family");
        family.members().forEach(member -> add(item(member)));
    }

    private ListItem item(RunFamily.Member member) {
        ListItem item = new ListItem();
        item.getStyle().set("--depth", String.valueOf(member.depth()));
        RunDetails run = member.run();
        if (run == null) {
            item.add(muted(texts.get("family.unseen")));
            return item;
        }
        RunParent parent = run.parent();
        item.add(name(run), StateLook.badge(run.state(), texts));
        if (parent != null) {
            item.add(muted(texts.get("family.from", parent.epoch())));
        }
        return item;
    }

    private Component name(RunDetails run) {
        if (run.id().equals(self)) {
            Span name = new Span(run.name());
            name.getElement().setAttribute("aria-current", "page");
            return name;
        }
        Anchor link = new Anchor("runs/" + run.id(), run.name());
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    private static Span muted(String text) {
        Span words = new Span(text);
        words.addClassName("wt-muted");
        return words;
    }
}
