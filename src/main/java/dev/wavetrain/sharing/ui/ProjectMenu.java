package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;

/** What a project's admins seldom do with the whole of it. */
final class ProjectMenu extends MenuBar {

    private final SubMenu menu;

    ProjectMenu(ProjectDetails project, Texts texts, Runnable export, Runnable delete) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassName("wt-more");
        MenuItem open = addItem(new Icon(Icon.Shape.MORE));
        open.setAriaLabel(texts.get("project.more"));
        menu = open.getSubMenu();
        menu.addItem(
                texts.get("audit.open"),
                click -> UI.getCurrent().navigate("projects/" + project.id() + "/audit"));
        menu.addItem(texts.get("archive.export"), click -> export.run());
        if (!project.personal()) {
            menu.addItem(texts.get("project.delete"), click -> delete.run());
        }
    }
}
