package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.shell.Guarded;
import dev.wavetrain.shell.Texts;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** One training over several seeds: how far it is, how the results spread, what that tells. */
@StyleSheet("styles/experiments.css")
@StyleSheet("styles/runs.css")
@StyleSheet("styles/groups.css")
@StyleSheet("styles/team.css")
@Route("groups/:id")
@PermitAll
class GroupView extends Div implements BeforeEnterObserver, Guarded, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final GroupServices services;
    private String title = "Wavetrain";
    private @Nullable GroupPage page;

    GroupView(CurrentCaller caller, GroupServices services) {
        this.caller = caller;
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        GroupId id =
                new GroupId(
                        AddressId.of("group", event.getRouteParameters().get("id").orElseThrow()));
        RunGroup group = services.groups().find(caller.get(), id);
        title = texts.title("group.title", group.details().name());
        removeAll();
        GroupPage shown = new GroupPage(caller.get(), group, services, texts);
        page = shown;
        add(shown);
    }

    @Override
    public boolean stillRight() {
        return page != null && page.stillRight();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
