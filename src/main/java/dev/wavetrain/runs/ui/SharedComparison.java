package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.shared.Registration;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.runs.GroupComparison;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.Subscription;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.PageHeader;
import java.util.function.Consumer;

/** How two groups differ, for those who have a link to it. Results that come in are added. */
final class SharedComparison extends Div {

    private final Caller visitor;
    private final GroupId first;
    private final GroupId second;
    private final GroupServices services;
    private final Texts texts;
    private final Card card = new Card();

    SharedComparison(
            Caller visitor, GroupId first, GroupId second, GroupServices services, Texts texts) {
        this.visitor = visitor;
        this.first = first;
        this.second = second;
        this.services = services;
        this.texts = texts;
        GroupComparison now = services.groups().compare(visitor, first, second);
        addClassNames("wt-run", "wt-group");
        add(
                new PageHeader(texts.get("contrast.of", now.first().name(), now.second().name()))
                        .lead(texts.get("contrast.lead")),
                card);
        show(now);
        LiveUpdates.<RunEvent>of(this, this::subscribe, event -> refresh());
    }

    private Registration subscribe(Consumer<RunEvent> listener) {
        RunGroup one = services.groups().find(visitor, first);
        RunGroup other = services.groups().find(visitor, second);
        Subscription ofOne = services.feed().subscribe(visitor, one, listener);
        Subscription ofOther = services.feed().subscribe(visitor, other, listener);
        return () -> {
            ofOne.close();
            ofOther.close();
        };
    }

    /** What happened between the first reading and the subscription is not missed. */
    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    private void refresh() {
        show(services.groups().compare(visitor, first, second));
    }

    private void show(GroupComparison now) {
        card.removeAll();
        card.add(new ContrastTable(now, now.first().name(), now.second().name(), texts));
    }
}
