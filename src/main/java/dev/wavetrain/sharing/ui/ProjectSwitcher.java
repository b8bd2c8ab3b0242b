package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.sharing.Sessions;
import dev.wavetrain.shell.DrawerPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Above the navigation: which project the lists are about, and where new experiments go. */
@org.springframework.stereotype.Component
class ProjectSwitcher implements DrawerPart {

    private final CurrentCaller caller;
    private final Projects projects;
    private final Sessions sessions;
    private final AccessWatch access;

    ProjectSwitcher(
            CurrentCaller caller, Projects projects, Sessions sessions, AccessWatch access) {
        this.caller = caller;
        this.projects = projects;
        this.sessions = sessions;
        this.access = access;
    }

    @Override
    public Component make(Texts texts) {
        MenuBar bar = new MenuBar();
        bar.addClassNames("wt-user-menu", "wt-switcher");
        bar.addThemeVariants(MenuBarVariant.TERTIARY);
        bar.getElement().setAttribute("aria-label", texts.get("switcher.label"));
        sessions.current()
                .ifPresent(who -> {
                    fill(bar, texts);
                    LiveUpdates.<Boolean>of(
                            bar,
                            listener ->
                                    access.follow(who.user(), () -> listener.accept(true))::close,
                            changed -> fill(bar, texts));
                });
        return bar;
    }

    private void fill(MenuBar bar, Texts texts) {
        if (sessions.current().filter(sessions::stand).isEmpty()) {
            return;
        }
        Caller asking = caller.get();
        List<ProjectDetails> all = projects.list(asking);
        String chosen =
                all.stream()
                        .filter(project -> project.id().equals(asking.chosen()))
                        .map(project -> name(project, texts))
                        .findFirst()
                        .orElse(texts.get("switcher.all"));
        bar.removeAll();
        Span name = new Span(chosen);
        name.addClassName("wt-user-name");
        name.getElement().setAttribute("dir", "auto");
        MenuItem root = bar.addItem(new Span(new Icon(Icon.Shape.FOLDER), name));
        root.setAriaLabel(texts.get("switcher.named", chosen));
        SubMenu menu = root.getSubMenu();
        choice(menu, texts.get("switcher.all"), null, asking);
        all.forEach(project -> choice(menu, name(project, texts), project.id(), asking));
        menu.addSeparator();
        menu.addItem(texts.get("switcher.manage"), click -> UI.getCurrent().navigate("projects"));
    }

    static String name(ProjectDetails project, Texts texts) {
        return project.personal()
                ? texts.get("project.personal.name", project.name())
                : project.name();
    }

    private void choice(SubMenu menu, String name, @Nullable ProjectId project, Caller asking) {
        Span words = new Span(name);
        words.addClassName("wt-switcher-name");
        words.getElement().setAttribute("dir", "auto");
        MenuItem item = menu.addItem(words);
        item.setCheckable(true);
        item.setChecked(Objects.equals(project, asking.chosen()));
        item.addClickListener(click -> {
            projects.choose(caller.get(), project);
            UI.getCurrent().refreshCurrentRoute(true);
        });
    }
}
