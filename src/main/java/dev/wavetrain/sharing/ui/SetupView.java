package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.sharing.OwnerSetup;
import dev.wavetrain.shell.EntryLayout;
import dev.wavetrain.shell.Texts;

/** The first visit: makes the account that owns this server. */
@Route(value = "setup", layout = EntryLayout.class)
@AnonymousAllowed
class SetupView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final OwnerSetup setup;
    private final Texts texts = Texts.current();

    SetupView(OwnerSetup setup) {
        this.setup = setup;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!setup.needed()) {
            event.forwardTo(SignInView.class);
        } else if (setup.openTo(VaadinServletRequest.getCurrent().getHttpServletRequest())) {
            add(form());
        } else {
            add(closed());
        }
    }

    private EntryForm form() {
        EntryForm form =
                new EntryForm(
                        texts.get("setup.heading"),
                        texts.get("setup.lead"),
                        texts.get("setup.action"),
                        texts);
        return form.choosesPassword().onEntered(() -> make(form));
    }

    private void make(EntryForm form) {
        try {
            setup.make(
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse(),
                    form.name.getValue(),
                    form.password.getValue());
            getUI().ifPresent(ui -> ui.getPage().setLocation("./"));
        } catch (Conflict raced) {
            getUI().ifPresent(ui -> ui.navigate(SignInView.class));
        }
    }

    private Div closed() {
        Div words =
                new Div(
                        new H1(texts.get("setup.closed.heading")),
                        new Paragraph(texts.get("setup.closed.text")),
                        new Pre("WAVETRAIN_OWNER_NAME=…\nWAVETRAIN_OWNER_PASSWORD=…"));
        words.addClassName("wt-entry-form");
        return words;
    }

    @Override
    public String getPageTitle() {
        return texts.title("setup.heading");
    }
}
