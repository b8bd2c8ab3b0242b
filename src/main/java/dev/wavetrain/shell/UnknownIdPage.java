package dev.wavetrain.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.common.NotFound;

/** What a view's address names does not exist, or not for this caller. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnknownIdPage extends FaultPage implements HasErrorParameter<NotFound> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> parameter) {
        show("notFound");
        return 404;
    }
}
