package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.runs.GroupDetails;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.Subscription;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group's page. Holds where its runs stand, nothing of their series. */
final class GroupPage extends Div {

    private final Caller caller;
    private final GroupServices services;
    private final GroupHeader header;
    private final GroupChart chart;
    private final SpreadTable spread;
    private final GroupRunsTable table;
    private final GroupComparisonCard comparison;
    private final @Nullable MemberRole role;
    private RunGroup group;

    GroupPage(Caller caller, RunGroup group, GroupServices services, Texts texts) {
        this.caller = caller;
        this.group = group;
        this.role = caller.role(group.details().project());
        this.services = services;
        addClassNames("wt-run", "wt-group");
        boolean visits = role == null;
        header = new GroupHeader(visits, texts, this::cancel);
        chart = new GroupChart(caller, group, services, texts);
        spread = new SpreadTable(texts);
        table = new GroupRunsTable(!visits, texts);
        comparison = new GroupComparisonCard(caller, group.details(), services, texts);
        add(header);
        if (group.runs().isEmpty()) {
            add(
                    new EmptyState(
                            Icon.Shape.BIN,
                            texts.get("group.empty"),
                            texts.get("group.empty.text")));
        } else {
            Div tables = new Div(spread, table);
            tables.addClassName("wt-group-tables");
            add(chart, tables);
        }
        if (!visits) {
            offer(group.details(), texts);
        }
        show();
        LiveUpdates.<RunEvent>of(
                this,
                listener -> {
                    Subscription all = services.feed().subscribe(caller, group, listener);
                    return all::close;
                },
                event -> refresh());
    }

    private void offer(GroupDetails details, Texts texts) {
        if (!group.runs().isEmpty()) {
            add(comparison);
        }
        List<RunId> runs = group.runs().stream().map(RunDetails::id).toList();
        if (runs.size() >= RunComparison.LEAST_RUNS && runs.size() <= RunComparison.MOST_RUNS) {
            Button compare = new Button(texts.get("group.compare"), new Icon(Icon.Shape.LAYERS));
            QueryParameters address = CompareAddress.of(runs).parameters();
            compare.addClickListener(
                    click -> UI.getCurrent().navigate(CompareAddress.PATH, address));
            header.offer(compare);
        }
        if (caller.mayChange(details.project())) {
            Shared what = new Shared.Group(details.id());
            header.offer(services.share().button(caller, what, details.name(), texts));
        }
    }

    /** What happened between the first reading and the subscription is not missed. */
    @Override
    protected void onAttach(AttachEvent event) {
        refresh();
    }

    /** Whether the group is still seen, and may be changed as before. */
    boolean stillRight() {
        try {
            GroupDetails now = services.groups().find(caller, group.details().id()).details();
            return now.project().equals(group.details().project())
                    && role == caller.role(now.project());
        } catch (NotFound gone) {
            return false;
        }
    }

    private void refresh() {
        group = services.groups().find(caller, group.details().id());
        show();
    }

    private void show() {
        header.show(group, caller.mayChange(group.details().project()));
        chart.follow(group);
        spread.show(group);
        table.show(group);
        comparison.follow(group);
    }

    private void cancel() {
        try {
            group = services.groups().cancel(caller, group.details().id());
            show();
        } catch (Conflict _) {
            // They ended while the button was pressed: that is what was wanted.
            refresh();
        }
    }
}
