package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ui.FirstPresets;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.ViewOnly;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;

/** All runs, live: how each stands, how it compares, what can be done with it. */
@StyleSheet("styles/run-list.css")
@Route("runs")
@Menu(title = "nav.runs", icon = "RUNS", order = 0)
@PermitAll
class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int FIRST_PRESETS = 3;
    private static final String BIN = "bin";
    private static final String QUERY = "query";
    private static final String SORT = "sort";

    private final Texts texts = Texts.current();
    private final Caller caller;
    private final RunServices services;
    private final FirstPresets presets;
    private final UploadButton upload;
    private final Div body = new Div();
    private boolean binned;

    RunsView(
            CurrentCaller caller, RunServices services, FirstPresets presets, UploadButton upload) {
        this.caller = caller.get();
        this.services = services;
        this.presets = presets;
        this.upload = upload;
        body.addClassName("wt-runs-body");
    }

    /** The bin has an address of its own, so that going back leaves it. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        binned = asked.getParameters().containsKey(BIN);
        String query = asked.getSingleParameter(QUERY).orElse("");
        String sort = asked.getSingleParameter(SORT).orElse(RunQuery.NEWEST_FIRST);
        boolean none =
                services.runs()
                                .list(caller, new RunQuery("", "", 0, 1, binned, caller.chosen()))
                                .total()
                        == 0;
        PageHeader header = new PageHeader(texts.get(binned ? "runs.bin" : "nav.runs"));
        header.lead(texts.get(binned ? "runs.bin.lead" : "runs.lead")).actions(otherList());
        if (binned) {
            header.actions(forGood());
        } else if (mayTrain()) {
            header.actions(upload.button(caller, texts));
        }
        removeAll();
        body.removeAll();
        add(header, body);
        if (none) {
            body.add(nothingYet());
        } else {
            if (mayTrain()) {
                header.actions(newRun());
            } else {
                addComponentAtIndex(1, new ViewOnly(texts.get("access.viewOnly")));
            }
            list(query, sort);
        }
    }

    private void list(String query, String sort) {
        RunList list = new RunList(caller, services, texts, binned, query, sort, this::addressed);
        body.add(list);
        LiveUpdates.<Map<RunId, RunEvent>>of(
                list,
                listener ->
                        services.feed()
                                        .subscribeAll(
                                                caller,
                                                event -> {
                                                    if (inScope(event)) {
                                                        listener.accept(Map.of(event.run(), event));
                                                    }
                                                })
                                ::close,
                (older, newer) -> {
                    Map<RunId, RunEvent> both = new HashMap<>(older);
                    both.putAll(newer);
                    return both;
                },
                list::happened);
    }

    /** So that the list can be sent to somebody, and is there after a reload. */
    private void addressed(String query, String sort) {
        Map<String, String> parameters = new HashMap<>();
        if (binned) {
            parameters.put(BIN, "");
        }
        if (!query.isBlank()) {
            parameters.put(QUERY, query);
        }
        if (!sort.equals(RunQuery.NEWEST_FIRST)) {
            parameters.put(SORT, sort);
        }
        Location here = new Location("runs", QueryParameters.simple(parameters));
        UI.getCurrent().getPage().getHistory().replaceState(null, here);
    }

    private boolean inScope(RunEvent event) {
        return caller.chosen() == null || caller.chosen().equals(event.project());
    }

    private Button otherList() {
        Button other =
                new Button(
                        texts.get(binned ? "runs.bin.leave" : "runs.bin"),
                        new Icon(binned ? Icon.Shape.RUNS : Icon.Shape.BIN));
        other.addThemeVariants(ButtonVariant.TERTIARY);
        QueryParameters where = binned ? QueryParameters.empty() : QueryParameters.of(BIN, "");
        other.addClickListener(click -> UI.getCurrent().navigate("runs", where));
        return other;
    }

    private Button forGood() {
        Button bin = new Button(texts.get("bin.manage"));
        bin.addThemeVariants(ButtonVariant.TERTIARY);
        bin.addClickListener(click -> UI.getCurrent().navigate("bin"));
        return bin;
    }

    private boolean mayTrain() {
        return caller.mayChange(caller.workplace());
    }

    private Button newRun() {
        Button train = new Button(texts.get("runs.new"), new Icon(Icon.Shape.PLUS));
        train.addThemeVariants(ButtonVariant.PRIMARY);
        train.addClickListener(click -> UI.getCurrent().navigate("experiments"));
        return train;
    }

    private Div nothingYet() {
        if (binned) {
            return new EmptyState(
                    Icon.Shape.BIN, texts.get("runs.bin.empty"), texts.get("runs.bin.empty.text"));
        }
        if (!mayTrain()) {
            return new EmptyState(
                    Icon.Shape.WAVE, texts.get("runs.none.project"), texts.get("access.viewOnly"));
        }
        Div first =
                new Div(
                        new EmptyState(
                                Icon.Shape.WAVE,
                                texts.get("runs.empty"),
                                texts.get("runs.empty.text")),
                        presets.cards(FIRST_PRESETS, texts));
        first.addClassName("wt-runs-first");
        return first;
    }

    @Override
    public String getPageTitle() {
        return texts.title(binned ? "runs.bin" : "nav.runs");
    }
}
