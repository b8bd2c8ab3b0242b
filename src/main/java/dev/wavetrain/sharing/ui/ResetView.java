package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.sharing.PasswordChanges;
import dev.wavetrain.sharing.Sessions;
import dev.wavetrain.shell.EntryLayout;
import dev.wavetrain.shell.Texts;

/** Where the owner's address for a new password leads. */
@Route(value = "reset/:key", layout = EntryLayout.class)
@AnonymousAllowed
class ResetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PasswordChanges passwords;
    private final Sessions sessions;
    private final Texts texts = Texts.current();

    ResetView(PasswordChanges passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String key = event.getRouteParameters().get("key").orElse("");
        removeAll();
        passwords
                .nameFor(key)
                .ifPresentOrElse(name -> add(form(key, name)), () -> add(new DeadLink(texts)));
    }

    private EntryForm form(String key, String name) {
        EntryForm form =
                new EntryForm(
                        texts.get("reset.heading"),
                        texts.get("reset.lead"),
                        texts.get("reset.action"),
                        texts);
        form.name.setValue(name);
        form.name.setReadOnly(true);
        form.name.setAutofocus(false);
        form.password.setLabel(texts.get("reset.password"));
        form.password.setAutofocus(true);
        return form.choosesPassword().onEntered(() -> set(form, key));
    }

    private void set(EntryForm form, String key) {
        try {
            sessions.open(
                    VaadinServletRequest.getCurrent().getHttpServletRequest(),
                    VaadinServletResponse.getCurrent().getHttpServletResponse(),
                    passwords.use(key, form.password.getValue()));
            getUI().ifPresent(ui -> ui.getPage().setLocation("./"));
        } catch (NotFound used) {
            removeAll();
            add(new DeadLink(texts));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.title("reset.heading");
    }
}
