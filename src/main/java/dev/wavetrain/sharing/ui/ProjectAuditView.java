package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.sharing.Audit;
import dev.wavetrain.sharing.Projects;
import dev.wavetrain.sharing.Projects.ProjectDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.PageHeader;
import jakarta.annotation.security.PermitAll;

/** What was done in a project; for its admins. To others the page is not there. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/audit.css")
@Route("projects/:id/audit")
@PermitAll
class ProjectAuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final Projects projects;
    private final Audit audit;

    ProjectAuditView(CurrentCaller caller, Projects projects, Audit audit) {
        this.caller = caller;
        this.projects = projects;
        this.audit = audit;
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
        if (project.role() != MemberRole.ADMIN) {
            throw new NotFound("page", "audit");
        }
        AuditList list = new AuditList(asking, audit, id, texts);
        String name = ProjectSwitcher.name(project, texts);
        Anchor back = new Anchor("projects/" + id, name);
        back.getElement().setAttribute("router-link", true);
        back.getElement().setAttribute("dir", "auto");
        back.addClassName("wt-link");
        removeAll();
        add(
                new PageHeader(texts.get("audit.title"))
                        .beside(back)
                        .lead(texts.get("audit.lead.project"))
                        .actions(list.download()),
                new Card(list));
    }

    @Override
    public String getPageTitle() {
        return texts.title("audit.title");
    }
}
