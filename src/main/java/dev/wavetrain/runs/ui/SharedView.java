package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.common.Visit;
import dev.wavetrain.common.Visits;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.VisitorLayout;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import org.jspecify.annotations.Nullable;

/**
 * What a link shows, as long as it holds; then, and for a key that opens nothing, a page that says
 * so. Going from tab to tab keeps what is shown, and counts as one visit.
 */
@StyleSheet("styles/experiments.css")
@StyleSheet("styles/runs.css")
@StyleSheet("styles/groups.css")
@Route(value = SharedView.ADDRESS + ":key/:tab?", layout = VisitorLayout.class)
@AnonymousAllowed
class SharedView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    static final String ADDRESS = "shared/";

    private final Texts texts = Texts.current();
    private final Visits visits;
    private final RunServices runs;
    private final GroupServices groups;
    private String key = "";
    private String title = "Wavetrain";
    private @Nullable Visit visit;
    private @Nullable SharedRun run;
    private AccessWatch.@Nullable Following following;

    SharedView(Visits visits, RunServices runs, GroupServices groups) {
        this.visits = visits;
        this.runs = runs;
        this.groups = groups;
        addClassName("wt-shared");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("key").orElse("");
        RunTab tab =
                event.getRouteParameters()
                        .get("tab")
                        .flatMap(RunTab::of)
                        .filter(SharedRun.TABS::contains)
                        .orElse(RunTab.LOSS);
        if (visit == null || !asked.equals(key)) {
            open(asked);
        }
        if (run != null) {
            run.select(tab);
        }
    }

    private void open(String asked) {
        key = asked;
        visit = visits.begin(asked).orElse(null);
        run = null;
        removeAll();
        try {
            add(visit == null ? over() : page(visit));
        } catch (NotFound revoked) {
            add(over());
        }
        getUI().ifPresent(this::follow);
    }

    private Component page(Visit begun) {
        return switch (begun.what()) {
            case Shared.Run(RunId id) -> {
                run = new SharedRun(begun.caller(), id, key, runs, texts);
                title = run.title();
                yield run;
            }
            case Shared.Group(GroupId id) -> {
                RunGroup group = groups.groups().find(begun.caller(), id);
                title = texts.title("group.title", group.details().name());
                yield new GroupPage(begun.caller(), group, groups, texts);
            }
            case Shared.Comparison(GroupId id, GroupId with) -> {
                title = texts.title("contrast.lead.title");
                yield new SharedComparison(begun.caller(), id, with, groups, texts);
            }
        };
    }

    private Component over() {
        title = texts.title("visitor.over.title");
        EmptyState over =
                EmptyState.alone(
                        Icon.Shape.LINK,
                        texts.get("visitor.over.title"),
                        texts.get("visitor.over.text"));
        over.getElement().setAttribute("data-fault", "notFound");
        return over;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        follow(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        unfollow();
    }

    private void follow(UI ui) {
        unfollow();
        if (visit != null) {
            following = visits.follow(visit, () -> ui.access(this::end));
        }
    }

    private void unfollow() {
        if (following != null) {
            following.close();
            following = null;
        }
    }

    private void end() {
        unfollow();
        visit = null;
        run = null;
        removeAll();
        add(over());
        UI.getCurrent().getPage().setTitle(title);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
