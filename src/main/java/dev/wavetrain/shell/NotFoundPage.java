package dev.wavetrain.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** No such page. Views answer with it too, where an id is unknown or not the caller's. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundPage extends FaultPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        show("notFound");
        return 404;
    }
}
