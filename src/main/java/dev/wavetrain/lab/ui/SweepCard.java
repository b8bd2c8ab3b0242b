package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.Caller;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.Subject;
import dev.wavetrain.lab.Sweep;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.ProgressBar;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether the nets generalise: one number of the wave swept, worked out beside the page. */
final class SweepCard extends Card {

    /** What is swept, asked anew at each press. */
    record Asked(List<Subject> subjects, LabQuestion question) {}

    private final Texts texts;
    private final Trials trials;
    private final Supplier<Optional<Asked>> asked;
    private final SweepFields fields;
    private final Button go = new Button();
    private final Button cancel = new Button();
    private final ProgressBar bar = new ProgressBar();
    private final Span progress = new Span();
    private final Div running = new Div();
    private final Troubles troubles;
    private final SweepChart chart;
    private final KeepButton keep;
    private @Nullable AtomicBoolean stop;

    SweepCard(Caller caller, LabServices services, Texts texts, Supplier<Optional<Asked>> asked) {
        super(texts.get("lab.sweep"));
        this.texts = texts;
        this.asked = asked;
        trials = new Trials(caller, services);
        fields = new SweepFields(texts);
        troubles = new Troubles(texts);
        chart = new SweepChart(texts);
        keep = new KeepButton(caller, services, texts);
        Paragraph lead = new Paragraph(texts.get("lab.sweep.lead"));
        lead.addClassName("wt-muted");
        go.setText(texts.get("lab.sweep.go"));
        go.addClickListener(click -> begin());
        cancel.setText(texts.get("action.cancel"));
        cancel.addClickListener(click -> stop());
        progress.getElement().setAttribute("role", "status");
        running.add(progress, bar, cancel);
        running.addClassName("wt-lab-running");
        running.setVisible(false);
        chart.setVisible(false);
        fields.add(go);
        withActions(keep);
        add(lead, fields, running, troubles, chart);
    }

    void show(Sweep sweep) {
        fields.show(sweep);
    }

    private void begin() {
        Optional<Sweep> sweep = fields.sweep();
        Optional<Asked> what = sweep.isEmpty() ? Optional.empty() : asked.get();
        if (sweep.isEmpty() || what.isEmpty() || stop != null) {
            return;
        }
        AtomicBoolean stopping = new AtomicBoolean();
        stop = stopping;
        go.setEnabled(false);
        keep.nothing();
        troubles.clear();
        running.setVisible(true);
        List<Subject> subjects = what.get().subjects();
        LabQuestion question = what.get().question().with(sweep.get());
        int all = subjects.size() * sweep.get().steps();
        said(0, all);
        UI ui = UI.getCurrent();
        Thread.startVirtualThread(() -> work(ui, subjects, question, stopping, all));
    }

    private void work(
            UI ui, List<Subject> subjects, LabQuestion question, AtomicBoolean stopping, int all) {
        List<Outcome> outcomes = new ArrayList<>();
        try {
            int each = Objects.requireNonNull(question.sweep()).steps();
            for (Subject subject : subjects) {
                int before = outcomes.size() * each;
                outcomes.add(
                        trials.sweep(
                                subject,
                                question,
                                stopping::get,
                                done -> ui.access(() -> said(before + done, all))));
            }
            ui.access(() -> end(subjects, outcomes, question, stopping.get()));
        } catch (UIDetachedException closed) {
            // Nobody waits for it.
        }
    }

    private void said(int done, int all) {
        progress.setText(texts.get("lab.sweep.progress", done, all));
        bar.show((double) done / all);
    }

    private void end(
            List<Subject> subjects, List<Outcome> outcomes, LabQuestion question, boolean stopped) {
        stop = null;
        go.setEnabled(true);
        running.setVisible(false);
        troubles.show(outcomes);
        List<Finding> found = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Found(var subject, var finding)
                    && finding.curve().size() == Objects.requireNonNull(question.sweep()).steps()) {
                found.add(finding);
                places.add(subjects.indexOf(subject));
            }
        }
        chart.setVisible(!found.isEmpty());
        if (!found.isEmpty()) {
            chart.show(found, places, Objects.requireNonNull(question.sweep()));
            keep.offer(question, found);
        } else if (stopped) {
            troubles.say(texts.get("lab.sweep.cancelled"));
        }
    }

    private void stop() {
        AtomicBoolean running = stop;
        if (running != null) {
            running.set(true);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        super.onDetach(event);
        stop();
    }
}
