package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Several runs beside each other. Which, and how one looks at them, is in the address. */
@StyleSheet("styles/experiments.css")
@StyleSheet("styles/runs.css")
@StyleSheet("styles/compare.css")
@Route(CompareAddress.PATH)
@PermitAll
class CompareView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Instead of runs: the newest of an experiment. */
    private static final String EXPERIMENT = "experiment";

    private static final String FINISHED = "state = COMPLETED or state = STOPPED_EARLY";

    private final Texts texts = Texts.current();
    private final CurrentCaller callers;
    private final CompareServices services;
    private int shown;

    CompareView(CurrentCaller callers, CompareServices services) {
        this.callers = callers;
        this.services = services;
    }

    /** Runs that are gone for good, or not the reader's, are left out and counted. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Caller caller = callers.get();
        Optional<String> experiment = asked.getSingleParameter(EXPERIMENT);
        if (experiment.isPresent()) {
            // Which runs these are is in the address, so that it always shows the same.
            event.forwardTo(CompareView.class, newest(caller, experiment.get()).parameters());
            return;
        }
        CompareAddress address = CompareAddress.of(asked);
        removeAll();
        shown = 0;
        int named = address.runs().size() + address.unknown();
        if (named > RunComparison.MOST_RUNS) {
            nothing(
                    texts.get("compare.tooMany"),
                    texts.get("compare.tooMany.text", RunComparison.MOST_RUNS, named));
            return;
        }
        Map<RunId, RunDetails> found = services.runs().findAll(caller, address.runs());
        List<RunDetails> runs =
                address.runs().stream().filter(found::containsKey).map(found::get).toList();
        if (named > 0 && runs.isEmpty()) {
            throw new NotFound("run", address.runs().isEmpty() ? "-" : address.runs().getFirst());
        }
        if (runs.size() < RunComparison.LEAST_RUNS) {
            nothing(texts.get("compare.tooFew"), texts.get("compare.tooFew.text"));
            return;
        }
        shown = runs.size();
        add(new ComparePage(caller, runs, named - runs.size(), address, services, texts));
    }

    /** The newest runs of an experiment that came to an end by themselves. */
    private CompareAddress newest(Caller caller, String experiment) {
        RunQuery finished =
                new RunQuery(FINISHED, RunQuery.NEWEST_FIRST, 0, RunComparison.MOST_RUNS)
                        .within(
                                new RunQuery.Part(
                                        Grouping.EXPERIMENT,
                                        AddressId.of("experiment", experiment).toString()));
        return CompareAddress.of(
                services.runs().list(caller, finished).items().stream()
                        .map(RunDetails::id)
                        .toList());
    }

    private void nothing(String title, String text) {
        Button back = new Button(texts.get("compare.toRuns"));
        back.addClickListener(click -> UI.getCurrent().navigate("runs"));
        add(
                new PageHeader(texts.get("compare.title")),
                new EmptyState(Icon.Shape.LAYERS, title, text, back));
    }

    @Override
    public String getPageTitle() {
        return shown == 0 ? texts.title("compare.title") : texts.title("compare.title.runs", shown);
    }
}
