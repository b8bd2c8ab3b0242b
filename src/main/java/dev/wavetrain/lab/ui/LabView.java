package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.lab.KeptResult;
import dev.wavetrain.shell.Texts;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checkpoint lab. */
@StyleSheet("styles/experiments.css")
@StyleSheet("styles/runs.css")
@StyleSheet("styles/team.css")
@StyleSheet("styles/lab.css")
@Route("lab")
@Menu(title = "nav.lab", icon = "LAB", order = 1.2)
@PermitAll
class LabView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Texts texts = Texts.current();
    private final CurrentCaller caller;
    private final LabServices services;

    LabView(CurrentCaller caller, LabServices services) {
        this.caller = caller;
        this.services = services;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Caller asking = caller.get();
        add(bench(asking, event.getLocation().getQueryParameters()));
    }

    private LabBench bench(Caller asking, QueryParameters asked) {
        Optional<String> from = asked.getSingleParameter("from");
        if (from.isPresent()) {
            KeptResult kept =
                    services.results().find(asking, AddressId.of("kept result", from.get()));
            List<String> ids =
                    kept.entries().stream().map(entry -> entry.checkpoint().toString()).toList();
            return new LabBench(asking, ids, kept.question(), services, texts);
        }
        List<String> ids =
                Stream.of(asked.getSingleParameter("checkpoints").orElse("").split(","))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
        return new LabBench(asking, ids, null, services, texts);
    }

    @Override
    public String getPageTitle() {
        return texts.title("nav.lab");
    }
}
