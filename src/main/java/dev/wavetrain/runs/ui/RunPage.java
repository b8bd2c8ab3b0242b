package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunParent;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.Subscription;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run's page. Holds where the run stands, nothing of its series. */
final class RunPage extends Div {

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final @Nullable MemberRole role;
    private final RunHeader header;
    private final RunNav nav;
    private final Div content = new Div();
    private RunDetails run;
    private int checkpointEpoch;
    private @Nullable RunTabContent shown;

    /** Read by the feed's thread too. */
    private volatile boolean queued;

    RunPage(Caller caller, RunDetails run, RunServices services, Texts texts) {
        this.caller = caller;
        this.run = run;
        this.role = caller.role(run.project());
        this.services = services;
        this.texts = texts;
        addClassName("wt-run");
        header = new RunHeader(new RunActions(caller, services, texts, this::changed), texts);
        nav = new RunNav(run.id(), texts);
        content.addClassName("wt-run-content");
        add(header, parent(), nav, content);
        Shared what = new Shared.Run(run.id());
        header.offer(services.share().button(caller, what, run.name(), texts));
        header.show(run);
        queued = run.state() == RunState.QUEUED;
        LiveUpdates.<RunEvent>of(
                this,
                listener -> {
                    Subscription following = services.feed().subscribe(caller, run.id(), listener);
                    return following::close;
                },
                this::heard);
        LiveUpdates.<RunEvent>of(this, this::whileQueued, other -> refresh());
    }

    /** Where its weights come from; empty where it drew its own. */
    private Div parent() {
        Div line = new Div();
        line.addClassName("wt-run-parent");
        RunParent parent = run.parent();
        line.setVisible(parent != null);
        if (parent != null) {
            String words = texts.get("run.parent", parent.epoch());
            boolean there = !services.runs().findAll(caller, List.of(parent.run())).isEmpty();
            Anchor link = new Anchor(RunTab.CHECKPOINTS.address(parent.run()), words);
            link.getElement().setAttribute("router-link", true);
            line.add(new Icon(Icon.Shape.LAYERS), there ? link : new Span(words));
        }
        return line;
    }

    /** What others do moves a run forward in the queue, though its own feed is silent. */
    private Registration whileQueued(Consumer<RunEvent> listener) {
        Subscription all =
                services.feed()
                        .subscribeAll(
                                caller,
                                event -> {
                                    if (queued) {
                                        listener.accept(event);
                                    }
                                });
        return all::close;
    }

    boolean shows(RunId id) {
        return run.id().equals(id);
    }

    /** Whether the run is still seen, and may be changed as before. */
    boolean stillRight() {
        try {
            RunDetails now = services.runs().find(caller, run.id());
            return now.project().equals(run.project()) && role == caller.role(now.project());
        } catch (NotFound gone) {
            return false;
        }
    }

    String title() {
        return new RunWords(texts).title(run);
    }

    /** What happened between the first reading and the subscription is not missed. */
    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void refresh() {
        changed(services.runs().find(caller, run.id()));
    }

    private void heard(RunEvent event) {
        boolean newCheckpoint = event.checkpointEpoch() != checkpointEpoch;
        checkpointEpoch = event.checkpointEpoch();
        follow(services.runs().find(caller, run.id()), newCheckpoint);
    }

    private void changed(RunDetails now) {
        follow(now, false);
    }

    private void follow(RunDetails now, boolean newCheckpoint) {
        String before = title();
        boolean ended = now.state() != run.state();
        run = now;
        queued = now.state() == RunState.QUEUED;
        header.show(now);
        if (!title().equals(before)) {
            UI.getCurrent().getPage().setTitle(title());
        }
        if (shown != null) {
            shown.follow(now, newCheckpoint || ended);
        }
    }

    /**
     * @param checkpoint which one the forecast begins with; empty for the best
     */
    void select(RunTab tab, String checkpoint) {
        nav.select(tab);
        content.removeAll();
        Component made =
                switch (tab) {
                    case LOSS -> new LossTab(caller, run, services, texts);
                    case FORECAST -> new ForecastTab(caller, run, services, texts, checkpoint);
                    case CHECKPOINTS -> new CheckpointsTab(caller, run, services, texts);
                    case CONFIGURATION -> new ConfigurationTab(caller, run, services, texts);
                    case NOTES -> new NotesTab(caller, run, services, texts);
                };
        content.add(made);
        shown = (RunTabContent) made;
    }
}
