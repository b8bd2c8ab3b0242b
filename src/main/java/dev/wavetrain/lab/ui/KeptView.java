package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.shell.Guarded;
import dev.wavetrain.shell.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A result of the lab that was kept. */
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/lab.css")
@Route("lab/:id")
@PermitAll
class KeptView extends Div implements BeforeEnterObserver, Guarded, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final LabServices services;
    private String title = "Wavetrain";
    private @Nullable UUID shown;

    KeptView(CurrentCaller caller, LabServices services) {
        this.caller = caller;
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = AddressId.of("kept result", event.getRouteParameters().get("id").orElseThrow());
        Caller asking = caller.get();
        KeptResult kept = services.results().find(asking, id);
        shown = id;
        title = texts.title("lab.kept.title", kept.name());
        removeAll();
        add(new KeptPage(asking, kept, services, texts));
    }

    @Override
    public boolean stillRight() {
        try {
            return shown != null && services.results().find(caller.get(), shown).id().equals(shown);
        } catch (NotFound gone) {
            return false;
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
