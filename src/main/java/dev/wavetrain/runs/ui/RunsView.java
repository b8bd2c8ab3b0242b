package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
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
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.SavedView;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.ViewOnly;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All runs, live: how each stands, how it compares, what can be done with it. */
@StyleSheet("styles/run-list.css")
@Route("runs")
@Menu(title = "nav.runs", icon = "RUNS", order = 0)
@PermitAll
class RunsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String BIN = "bin";

    private final Texts texts = Texts.current();
    private final Caller caller;
    private final RunServices services;
    private final FirstPresets presets;
    private final UploadButton upload;
    private final Div body = new Div();
    private boolean binned;
    private @Nullable ListChoice choice;

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
        choice = ListChoice.of(caller, services, asked);
        ListReader reader = new ListReader(caller, services, binned);
        PageHeader header = new PageHeader(texts.get(binned ? "runs.bin" : "nav.runs"));
        header.lead(lead()).actions(otherList());
        if (binned) {
            header.actions(forGood());
        } else if (mayTrain()) {
            header.actions(upload.button(caller, texts));
        }
        removeAll();
        body.removeAll();
        add(header, body);
        if (!reader.any()) {
            NoRuns none = new NoRuns(texts, presets);
            body.add(binned ? none.inBin() : mayTrain() ? none.toBegin() : none.toSee());
        } else {
            if (mayTrain()) {
                header.actions(newRun());
            } else {
                addComponentAtIndex(1, new ViewOnly(texts.get("access.viewOnly")));
            }
            list(reader);
        }
        if (choice.missing()) {
            addComponentAtIndex(1, missing());
        }
    }

    private String lead() {
        SavedView view = choice().view();
        if (view == null) {
            return texts.get(binned ? "runs.bin.lead" : "runs.lead");
        }
        return view.owner().equals(caller.user())
                ? texts.get("views.lead", view.name())
                : texts.get("views.lead.other", view.name(), view.ownerName());
    }

    private Banner missing() {
        Banner banner = new Banner();
        banner.show(
                "neutral",
                Icon.Shape.INFO,
                texts.get("views.missing"),
                new Paragraph(texts.get("views.missing.text")));
        return banner;
    }

    private ListChoice choice() {
        return Objects.requireNonNull(choice);
    }

    private void list(ListReader reader) {
        ViewsMenu views =
                new ViewsMenu(
                        texts,
                        caller,
                        services.views(),
                        choice().view(),
                        () -> choice().settings());
        views.setVisible(!binned);
        RunList list = new RunList(reader, texts, choice().settings(), this::changed, views);
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
    private void changed(ListSettings now) {
        choice = choice().changed(caller, services, now);
        Map<String, String> parameters = new HashMap<>(choice.address());
        if (binned) {
            parameters.put(BIN, "");
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

    @Override
    public String getPageTitle() {
        SavedView view = choice().view();
        return view == null
                ? texts.title(binned ? "runs.bin" : "nav.runs")
                : view.name() + " · " + texts.title("nav.runs");
    }
}
