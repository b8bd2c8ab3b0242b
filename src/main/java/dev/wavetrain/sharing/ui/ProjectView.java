package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Archives;
import dev.wavetrain.sharing.Members;
import dev.wavetrain.sharing.ProjectBin;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.ProjectPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.NamePrompt;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.Toast;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;

/** A project: its name and who is in it. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@Route("projects/:id")
@PermitAll
class ProjectView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final Projects projects;
    private final Members members;
    private final List<ProjectPart> parts;
    private final ProjectBin bin;
    private final Archives archives;
    private final LinkServices links;
    private String title = "Wavetrain";

    ProjectView(
            CurrentCaller caller,
            Projects projects,
            Members members,
            ProjectBin bin,
            Archives archives,
            LinkServices links,
            List<ProjectPart> parts) {
        this.caller = caller;
        this.projects = projects;
        this.members = members;
        this.parts = parts;
        this.bin = bin;
        this.archives = archives;
        this.links = links;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(
                new ProjectId(
                        AddressId.of(
                                "project", event.getRouteParameters().get("id").orElseThrow())));
    }

    private void show(ProjectId id) {
        Caller asking = caller.get();
        ProjectDetails project = projects.find(asking, id);
        String name = ProjectSwitcher.name(project, texts);
        title = name + " · Wavetrain";
        removeAll();
        PageHeader header = new PageHeader(name);
        Span role = new Span(texts.nameOf("role", project.role()));
        role.addClassName("wt-chip");
        header.beside(role).lead(texts.nameOf("role.says", project.role()));
        add(header);
        boolean administers = project.role() == MemberRole.ADMIN;
        if (administers) {
            header.beside(rename(project));
            ArchiveDownload archive = new ArchiveDownload(archives, asking, project, texts);
            add(archive);
            header.actions(new ProjectMenu(project, texts, archive::start, () -> delete(project)));
        }
        header.actions(runs(project));
        if (project.personal()) {
            add(
                    new EmptyState(
                            Icon.Shape.USER,
                            texts.get("project.personal"),
                            texts.get("project.personal.text"),
                            new Button(
                                    texts.get("nav.projects"),
                                    click -> UI.getCurrent().navigate("projects"))));
        } else {
            add(new MembersCard(asking, project, members, texts));
        }
        if (administers) {
            add(new ProjectLinks(asking, project.id(), links, texts));
        }
        parts.stream()
                .map(part -> part.make(asking, id, texts))
                .filter(Objects::nonNull)
                .forEach(this::add);
    }

    /** Chooses the project and shows its runs. */
    private Button runs(ProjectDetails project) {
        Button runs = new Button(texts.get("project.runs"), new Icon(Icon.Shape.RUNS));
        runs.addClickListener(click -> {
            projects.choose(caller.get(), project.id());
            UI.getCurrent().getPage().setLocation("runs");
        });
        return runs;
    }

    /** Can be undone, so it is not asked about first. */
    private void delete(ProjectDetails project) {
        PageGuard.byOwnDoing(UI.getCurrent());
        bin.delete(caller.get(), project.id());
        UI.getCurrent().navigate("projects");
        Toast.undoable(
                texts.get("project.deleted", project.name()),
                () -> {
                    bin.restore(caller.get(), project.id());
                    UI.getCurrent().navigate("projects/" + project.id());
                });
    }

    private Button rename(ProjectDetails project) {
        Button rename = new Button(new Icon(Icon.Shape.EDIT));
        rename.addThemeVariants(ButtonVariant.TERTIARY);
        rename.setAriaLabel(texts.get("project.rename"));
        rename.setTooltipText(texts.get("project.rename"));
        rename.addClickListener(click ->
                new NamePrompt(
                                texts.get("project.rename"),
                                texts.get("field.name"),
                                project.name(),
                                texts.get("action.rename"),
                                texts,
                                name -> {
                                    var _ = projects.rename(caller.get(), project.id(), name);
                                    show(project.id());
                                    UI.getCurrent().getPage().setTitle(title);
                                })
                        .open());
        return rename;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
