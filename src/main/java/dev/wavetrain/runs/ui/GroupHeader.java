package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.GroupDetails;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroup;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Badge;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import dev.wavetrain.shell.parts.ProgressBar;
import dev.wavetrain.shell.parts.ViewOnly;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The group's name, how many of its runs are done, and how to stop the others. */
final class GroupHeader extends Div {

    private final Texts texts;
    private final PageHeader header = new PageHeader("");
    private final Button experiment;
    private String address = "";
    private final Button cancel;
    private final ViewOnly viewOnly;
    private final boolean visits;
    private final ProgressBar track = new ProgressBar();
    private final Span done = new Span();
    private final Div states = new Div();
    private Map<RunState, Long> shown = Map.of();

    /**
     * @param visits whether the reader came by a link, who is offered nothing
     */
    GroupHeader(boolean visits, Texts texts, Runnable onCancel) {
        this.visits = visits;
        this.texts = texts;
        cancel =
                new Button(
                        texts.get("group.cancel"),
                        new Icon(Icon.Shape.STOP),
                        click -> onCancel.run());
        experiment =
                new Button(
                        texts.get("provenance.experiment.open"),
                        click -> UI.getCurrent().navigate(address));
        experiment.addThemeVariants(ButtonVariant.TERTIARY);
        experiment.setVisible(!visits);
        header.actions(experiment, cancel);
        track.getElement().setAttribute("role", "progressbar");
        track.getElement().setAttribute("aria-label", texts.get("run.progress"));
        track.getElement().setAttribute("aria-valuemin", "0");
        track.getElement().setAttribute("aria-valuemax", "100");
        done.addClassName("wt-run-epochs");
        states.addClassName("wt-chips");
        Div line = new Div(done, states);
        line.addClassNames("wt-run-line", "wt-number");
        Div how = new Div(line, track);
        how.addClassName("wt-run-how");
        addClassName("wt-run-header");
        viewOnly = new ViewOnly(texts.get("access.viewOnly"));
        add(header, viewOnly, how);
    }

    /** Puts something before the actions. */
    void offer(Component first) {
        header.actionsBefore(first);
    }

    /**
     * @param changes whether the reader may stop the runs
     */
    void show(RunGroup group, boolean changes) {
        viewOnly.setVisible(!changes && !visits);
        GroupDetails details = group.details();
        header.title(details.name());
        header.lead(lead(group));
        address = "experiments/" + details.experiment();
        List<RunDetails> runs = group.runs();
        long ended = runs.stream().filter(run -> run.state().isFinal()).count();
        done.setText(texts.get("group.done", ended, runs.size()));
        double share = runs.stream().mapToDouble(GroupHeader::share).average().orElse(0);
        track.show(share);
        track.getElement().setAttribute("aria-valuenow", String.valueOf(Math.round(100 * share)));
        track.getElement()
                .setAttribute(
                        "data-state",
                        (group.hasEnded() ? RunState.COMPLETED : RunState.RUNNING).name());
        cancel.setVisible(changes && !group.hasEnded());
        cancel.setEnabled(runs.stream().anyMatch(RunDetails::canCancel));
        showStates(runs);
    }

    private String lead(RunGroup group) {
        GroupDetails details = group.details();
        String what = texts.get("group.lead", details.seeds(), details.experimentVersion());
        int binned = details.seeds() - group.runs().size();
        return binned == 0 ? what : what + " " + texts.get("group.binned", binned);
    }

    private static double share(RunDetails run) {
        return run.state().isFinal() ? 1 : run.progress().fraction();
    }

    private void showStates(List<RunDetails> runs) {
        Map<RunState, Long> counts =
                runs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RunDetails::state,
                                        () -> new EnumMap<>(RunState.class),
                                        Collectors.counting()));
        if (counts.equals(shown)) {
            return;
        }
        shown = counts;
        states.removeAll();
        counts.forEach((state, count) -> {
            Badge badge = StateLook.badge(state, texts);
            Span number = new Span(texts.count(count));
            badge.add(number);
            states.add(badge);
        });
    }
}
