package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.live.LiveUpdates;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.Toast;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A comparison: what came of the runs, what their settings did, what they forecast. */
final class ComparePage extends Div {

    private final Caller caller;
    private final CompareServices services;
    private final Texts texts;
    private final CompareContent content;
    private CompareAddress address;
    private RunComparison comparison;

    /**
     * @param missing how many of the runs that were asked for are not there for the reader
     */
    ComparePage(
            Caller caller,
            List<RunDetails> runs,
            int missing,
            CompareAddress address,
            CompareServices services,
            Texts texts) {
        this.caller = caller;
        this.services = services;
        this.texts = texts;
        this.address = address;
        comparison = RunComparison.of(runs);
        addClassNames("wt-run", "wt-compare");
        PageHeader header = new PageHeader(texts.get("compare.title.runs", runs.size()));
        header.lead(texts.get("compare.lead")).actions(copy());
        add(header);
        warn(missing);
        add(tabs());
        CompareLook look = new CompareLook(runs, texts);
        content =
                switch (address.tab()) {
                    case RESULTS ->
                            new CompareResults(
                                    caller,
                                    comparison,
                                    address,
                                    services,
                                    look,
                                    texts,
                                    this::moved);
                    case INFLUENCE ->
                            new CompareInfluence(comparison, address, look, texts, this::moved);
                    case FORECASTS -> new CompareForecasts(caller, runs, services, look, texts);
                };
        add(content.component());
        LiveUpdates.<Set<RunId>>of(
                this,
                listener ->
                        services.feed()
                                        .subscribeAll(
                                                caller,
                                                event -> {
                                                    if (compares(event)) {
                                                        listener.accept(Set.of(event.run()));
                                                    }
                                                })
                                ::close,
                (older, newer) -> {
                    Set<RunId> both = new HashSet<>(older);
                    both.addAll(newer);
                    return both;
                },
                this::follow);
    }

    private boolean compares(RunEvent event) {
        return address.runs().contains(event.run());
    }

    private void warn(int missing) {
        if (missing > 0) {
            Banner gone = new Banner();
            gone.show(
                    "neutral",
                    Icon.Shape.INFO,
                    texts.get("compare.missing", missing),
                    new Paragraph(texts.get("compare.missing.text")));
            add(gone);
        }
        if (!comparison.sameTask()) {
            Banner other = new Banner();
            other.show(
                    "warning",
                    Icon.Shape.WARNING,
                    texts.get("compare.otherTask"),
                    new Paragraph(texts.get("compare.otherTask.text")));
            add(other);
        }
    }

    private Nav tabs() {
        Nav nav = new Nav();
        nav.addClassName("wt-tabs");
        nav.getElement().setAttribute("aria-label", texts.get("compare.tabs"));
        for (CompareAddress.Tab tab : CompareAddress.Tab.values()) {
            Anchor link = new Anchor(address.at(tab).link(), texts.nameOf("compare.tab", tab));
            link.getElement().setAttribute("router-link", true);
            if (tab == address.tab()) {
                link.getElement().setAttribute("aria-current", "page");
            }
            nav.add(link);
        }
        return nav;
    }

    /** Teammates who see the runs see the comparison. */
    private Button copy() {
        Button copy = new Button(texts.get("compare.copy"), new Icon(Icon.Shape.LINK));
        copy.addClickListener(click -> {
            getElement().executeJs("navigator.clipboard?.writeText(location.href)");
            Toast.say(texts.get("compare.copied"));
        });
        return copy;
    }

    /** How one looks at it is in the address, but no step of its own on the way back. */
    private void moved(CompareAddress now) {
        address = now;
        UI.getCurrent().getPage().getHistory().replaceState(null, now.location());
    }

    /** What happened between the first reading and the subscription is not missed. */
    @Override
    protected void onAttach(AttachEvent event) {
        follow(Set.of());
    }

    private void follow(Set<RunId> changed) {
        List<RunId> ids = comparison.runs().stream().map(RunDetails::id).toList();
        Map<RunId, RunDetails> now = services.runs().findAll(caller, ids);
        comparison =
                RunComparison.of(
                        comparison.runs().stream()
                                .map(run -> now.getOrDefault(run.id(), run))
                                .toList());
        content.follow(comparison);
    }
}
