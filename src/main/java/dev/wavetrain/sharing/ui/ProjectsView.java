package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.Archives;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** The caller's projects: what they are in each, and the way to make another. */
@StyleSheet("styles/team.css")
@Route("projects")
@Menu(title = "nav.projects", icon = "FOLDER", order = 8)
@PermitAll
class ProjectsView extends Div implements HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final Projects projects;

    ProjectsView(CurrentCaller caller, Projects projects, Archives archives) {
        this.caller = caller;
        this.projects = projects;
        Button create = create();
        create.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new PageHeader(texts.get("nav.projects"))
                        .lead(texts.get("projects.lead"))
                        .actions(bin(), read(archives), create));
        List<ProjectDetails> all = projects.list(caller.get());
        UnorderedList list = new UnorderedList();
        list.addClassName("wt-project-list");
        all.forEach(project -> list.add(row(project)));
        add(list);
        if (all.size() == 1) {
            add(
                    new EmptyState(
                            Icon.Shape.USERS,
                            texts.get("projects.empty"),
                            texts.get("projects.empty.text")));
        }
    }

    private Button bin() {
        Button bin = new Button(texts.get("bin.title"), new Icon(Icon.Shape.BIN));
        bin.addThemeVariants(ButtonVariant.TERTIARY);
        bin.addClickListener(click -> UI.getCurrent().navigate("bin"));
        return bin;
    }

    private Button read(Archives archives) {
        Button read = new Button(texts.get("archive.import"), new Icon(Icon.Shape.UPLOAD));
        read.addThemeVariants(ButtonVariant.TERTIARY);
        read.addClickListener(click -> new ImportDialog(archives, caller.get(), texts).open());
        return read;
    }

    private Button create() {
        return new Button(
                texts.get("projects.new"),
                new Icon(Icon.Shape.PLUS),
                click ->
                        new NamePrompt(
                                        texts.get("projects.new"),
                                        texts.get("field.name"),
                                        "",
                                        texts.get("projects.create"),
                                        texts,
                                        this::make)
                                .open());
    }

    private void make(String name) {
        ProjectDetails made = projects.create(caller.get(), name);
        UI.getCurrent().navigate("projects/" + made.id());
    }

    private ListItem row(ProjectDetails project) {
        Anchor name = new Anchor("projects/" + project.id(), ProjectSwitcher.name(project, texts));
        name.getElement().setAttribute("router-link", true);
        name.getElement().setAttribute("dir", "auto");
        name.addClassName("wt-project-name");
        Span role = new Span(texts.nameOf("role", project.role()));
        role.addClassName("wt-chip");
        Span members = new Span(texts.get("projects.members", project.members()));
        members.addClassName("wt-muted");
        return new ListItem(new Icon(Icon.Shape.FOLDER), name, role, members);
    }

    @Override
    public String getPageTitle() {
        return texts.title("nav.projects");
    }
}
