package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.sharing.Audit;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.PageHeader;
import jakarta.annotation.security.PermitAll;

/** What was done on the whole server; for its owner. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/audit.css")
@Route("audit")
@PermitAll
class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final Audit audit;

    AuditView(CurrentCaller caller, Audit audit) {
        this.caller = caller;
        this.audit = audit;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Caller asking = caller.get();
        if (!asking.owner()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        AuditList list = new AuditList(asking, audit, null, texts);
        removeAll();
        add(
                new PageHeader(texts.get("audit.title"))
                        .lead(texts.get("audit.lead.server"))
                        .actions(list.download()),
                new Card(list));
    }

    @Override
    public String getPageTitle() {
        return texts.title("audit.title");
    }
}
