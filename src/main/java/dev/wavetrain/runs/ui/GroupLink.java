package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Anchor;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Html;

/** The way from a run to the group it was queued in. */
final class GroupLink {

    private GroupLink() {}

    /** Says the run's seed and leads to the other ones; hidden where there are none. */
    static void show(Anchor link, RunDetails run, Texts texts) {
        link.setVisible(run.group() != null);
        if (run.group() != null) {
            link.setText(texts.get("group.seed", run.seed()));
            link.setHref("groups/" + run.group());
            link.getElement().setAttribute("router-link", true);
            link.getElement().setAttribute("title", texts.get("group.open"));
        }
    }

    /** The same as HTML; empty where there are none. */
    static String html(RunDetails run, Texts texts) {
        return run.group() == null
                ? ""
                : "<a class=\"wt-chip wt-run-group\" href=\"groups/%s\" title=\"%s\" router-link>%s</a>"
                        .formatted(
                                run.group(),
                                Html.text(texts.get("group.open")),
                                Html.text(texts.get("group.seed", run.seed())));
    }
}
