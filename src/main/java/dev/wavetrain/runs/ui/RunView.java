package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Guarded;
import dev.wavetrain.shell.Texts;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** A run: how it goes, what it came to. Its tabs have addresses of their own. */
@StyleSheet("styles/experiments.css")
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@Route("runs/:id/:tab?")
@PermitAll
class RunView extends Div implements BeforeEnterObserver, Guarded, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final RunServices services;
    private @Nullable RunPage page;

    RunView(CurrentCaller caller, RunServices services) {
        this.caller = caller;
        this.services = services;
    }

    /** Going from tab to tab keeps the view, and so the page, as long as the run is the same. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RunId id =
                new RunId(AddressId.of("run", event.getRouteParameters().get("id").orElseThrow()));
        RunTab tab =
                event.getRouteParameters()
                        .get("tab")
                        .map(segment -> RunTab.of(segment).orElseThrow(NotFoundException::new))
                        .orElse(RunTab.LOSS);
        RunPage shown = page;
        if (shown == null || !shown.shows(id)) {
            RunDetails run = services.runs().find(caller.get(), id);
            removeAll();
            shown = new RunPage(caller.get(), run, services, texts);
            page = shown;
            add(shown);
            // From far down the gallery to the top of the run.
            shown.scrollIntoView();
        }
        shown.select(
                tab,
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter("checkpoint")
                        .orElse(""));
    }

    @Override
    public boolean stillRight() {
        return page != null && page.stillRight();
    }

    @Override
    public String getPageTitle() {
        RunPage shown = page;
        return shown == null ? "Wavetrain" : shown.title();
    }
}
