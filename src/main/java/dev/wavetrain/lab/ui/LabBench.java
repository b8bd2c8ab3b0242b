package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Subject;
import dev.wavetrain.runs.ui.NewestWins;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.PageHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where checkpoints are tried side by side; every change of the question is answered at once. */
final class LabBench extends Div {

    private final Texts texts;
    private final Trials trials;
    private final Picker picker;
    private final TrialForm form;
    private final Troubles missing;
    private final Troubles troubles;
    private final OverlayChart chart;
    private final ErrorsCard errors;
    private final HorizonsCard horizons;
    private final KeepButton keep;
    private final Div nothing;
    private final Div results = new Div();
    private int asks;
    private final NewestWins work = new NewestWins(Thread::startVirtualThread);

    LabBench(
            Caller caller,
            List<String> ids,
            @Nullable LabQuestion earlier,
            LabServices services,
            Texts texts) {
        this.texts = texts;
        trials = new Trials(caller, services);
        picker = new Picker(caller, services, texts, this::changed);
        form = new TrialForm(caller, services, texts, this::ask);
        missing = new Troubles(texts);
        troubles = new Troubles(texts);
        chart = new OverlayChart(texts.get("lab.forecasts"), texts);
        errors = new ErrorsCard(texts);
        horizons = new HorizonsCard(texts);
        keep = new KeepButton(caller, services, texts);
        chart.withActions(keep);
        nothing =
                new EmptyState(Icon.Shape.LAB, texts.get("lab.empty"), texts.get("lab.empty.text"));
        SweepCard sweep = new SweepCard(caller, services, texts, this::swept);
        addClassName("wt-lab-bench");
        results.addClassName("wt-lab-results");
        Div question = new Div(picker, form);
        question.addClassName("wt-lab-question");
        results.add(chart, errors, horizons, sweep);
        add(
                new PageHeader(texts.get("nav.lab")).lead(texts.get("lab.lead")),
                missing,
                question,
                troubles,
                nothing,
                results,
                new KeptCard(caller, null, services, texts));
        begin(ids, earlier, sweep);
    }

    private void begin(List<String> ids, @Nullable LabQuestion earlier, SweepCard sweep) {
        int lost = picker.choose(ids);
        form.follow(picker.subjects());
        if (earlier != null) {
            form.show(earlier);
            if (earlier.sweep() != null) {
                sweep.show(earlier.sweep());
            }
        }
        ask();
        if (lost > 0) {
            missing.say(texts.get("lab.missing", lost));
        }
    }

    private void changed() {
        List<Subject> subjects = picker.subjects();
        missing.clear();
        form.follow(subjects);
        String ids =
                subjects.stream()
                        .map(one -> one.checkpoint().id().toString())
                        .collect(Collectors.joining(","));
        UI.getCurrent()
                .getPage()
                .getHistory()
                .replaceState(
                        null,
                        new Location(
                                "lab",
                                ids.isEmpty()
                                        ? QueryParameters.empty()
                                        : QueryParameters.of("checkpoints", ids)));
        ask();
    }

    private Optional<SweepCard.Asked> swept() {
        List<Subject> subjects = picker.subjects();
        return subjects.isEmpty()
                ? Optional.empty()
                : form.question().map(question -> new SweepCard.Asked(subjects, question));
    }

    private void ask() {
        asks++;
        List<Subject> subjects = picker.subjects();
        nothing.setVisible(subjects.isEmpty());
        form.setVisible(!subjects.isEmpty());
        results.setVisible(!subjects.isEmpty());
        troubles.clear();
        keep.nothing();
        Optional<LabQuestion> question = subjects.isEmpty() ? Optional.empty() : form.question();
        if (question.isPresent()) {
            chart.loading(true);
            UI ui = UI.getCurrent();
            int ask = asks;
            work.run(() -> answer(ui, ask, subjects, question.get()));
        }
    }

    /** Works it out beside the page; only the newest question is answered. */
    private void answer(UI ui, int ask, List<Subject> subjects, LabQuestion question) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            for (Subject subject : subjects) {
                outcomes.add(
                        trials.forecast(
                                subject,
                                question,
                                () -> ui.access(troubles::busy),
                                () -> work.isOutdated() || !isAttached()));
                if (work.isOutdated()) {
                    return;
                }
            }
            ui.access(() -> {
                // Something newer may have been asked since the last look.
                if (asks == ask) {
                    show(subjects, outcomes, question);
                }
            });
        } catch (Busy outdated) {
            // Something newer is asked already, or nobody looks.
        } catch (UIDetachedException closed) {
            // Nobody waits for the answer.
        }
    }

    private void show(List<Subject> subjects, List<Outcome> outcomes, LabQuestion question) {
        List<Finding> found = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Found(var subject, var finding)) {
                found.add(finding);
                places.add(subjects.indexOf(subject));
            }
        }
        if (!allUnfit(outcomes)) {
            troubles.show(outcomes);
        }
        errors.setVisible(!found.isEmpty());
        horizons.setVisible(!found.isEmpty());
        if (found.isEmpty()) {
            chart.loading(false);
            return;
        }
        chart.show(found, places);
        errors.show(found, places, question);
        horizons.show(found, places, question);
        keep.offer(question, found);
    }

    /** Whether the question itself is wrong: then it is said at its fields, where it has some. */
    private boolean allUnfit(List<Outcome> outcomes) {
        return outcomes.stream().allMatch(Outcome.Unfit.class::isInstance)
                && outcomes.getFirst() instanceof Outcome.Unfit(var _, var wrong)
                && form.show(wrong.errors()).isEmpty();
    }
}
