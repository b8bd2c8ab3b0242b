package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.Subscription;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run, live, for those who have a link to it: {@link RunPage} without what acts or leads on.
 */
final class SharedRun extends Div {

    static final List<RunTab> TABS =
            List.of(RunTab.LOSS, RunTab.FORECAST, RunTab.CONFIGURATION, RunTab.NOTES);

    private final Caller visitor;
    private final RunServices services;
    private final Texts texts;
    private final RunWords words;
    private final PageHeader header = new PageHeader("");
    private final Badge badge;
    private final Banner banner = new Banner();
    private final Progress progress;
    private final RunNav nav;
    private final Div content = new Div();
    private RunDetails run;
    private int checkpointEpoch;
    private @Nullable RunTabContent shown;

    SharedRun(Caller visitor, RunId id, String key, RunServices services, Texts texts) {
        this.visitor = visitor;
        this.services = services;
        this.texts = texts;
        words = new RunWords(texts);
        run = services.runs().find(visitor, id);
        badge = StateLook.badge(run.state(), texts);
        progress = new Progress(texts);
        boolean noted = !run.notes().isBlank() || !run.tags().isEmpty();
        nav =
                new RunNav(
                        TABS.stream().filter(tab -> noted || tab != RunTab.NOTES).toList(),
                        tab -> tab.addressBelow(SharedView.ADDRESS + key),
                        tab -> name(tab, texts),
                        texts);
        Div head = new Div(header.beside(badge), banner, progress);
        head.addClassName("wt-run-header");
        content.addClassName("wt-run-content");
        addClassName("wt-run");
        add(head, nav, content);
        show();
        LiveUpdates.<RunEvent>of(
                this,
                listener -> {
                    Subscription feed = services.feed().subscribe(visitor, id, listener);
                    return feed::close;
                },
                this::heard);
    }

    /** Comments are not shown, so their tab is that of the notes alone. */
    private static String name(RunTab tab, Texts texts) {
        return tab == RunTab.NOTES ? texts.get("notes.title") : texts.nameOf("run.tab", tab);
    }

    String title() {
        return words.title(run);
    }

    /** What happened between the first reading and the subscription is not missed. */
    @Override
    protected void onAttach(AttachEvent event) {
        follow(false);
    }

    private void heard(RunEvent event) {
        boolean newCheckpoint = event.checkpointEpoch() != checkpointEpoch;
        checkpointEpoch = event.checkpointEpoch();
        follow(newCheckpoint);
    }

    private void follow(boolean newCheckpoint) {
        RunDetails before = run;
        run = services.runs().find(visitor, run.id());
        if (!words.title(before).equals(title())) {
            UI.getCurrent().getPage().setTitle(title());
        }
        boolean other = before.state() != run.state();
        if (other) {
            StateLook.show(badge, run.state(), texts);
        }
        show();
        if (shown != null) {
            shown.follow(run, newCheckpoint || other);
        }
    }

    private void show() {
        header.title(run.name());
        progress.show(run, words);
        // What was found out goes to everybody, what to do about it to those who may.
        RunWords.Notice notice = words.notice(run);
        if (notice == null) {
            banner.setVisible(false);
        } else {
            banner.show(notice.tone(), Icon.Shape.INFO, notice.title());
        }
    }

    void select(RunTab tab) {
        nav.select(tab);
        content.removeAll();
        Component made =
                switch (tab) {
                    case FORECAST -> new ForecastTab(visitor, run, services, texts, "");
                    case CONFIGURATION -> new SharedConfiguration(run, texts);
                    case NOTES -> new SharedNotes(run, texts);
                    case LOSS, CHECKPOINTS -> new LossTab(visitor, run, services, texts);
                };
        content.add(made);
        shown = (RunTabContent) made;
    }
}
