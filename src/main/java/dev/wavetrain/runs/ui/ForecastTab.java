package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.DamagedWeights;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.Film;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a checkpoint of the run predicts, beside the truth and what one would say without a net. */
final class ForecastTab extends Div implements RunTabContent {

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final SequenceDefinition sequence;
    private final ForecastControls controls;
    private final ForecastChart chart;
    private final ErrorsTable errors;
    private final ErrorKinds kinds;
    private final HorizonChart horizon;
    private final Film player;
    private final ForecastFilm film;
    private final Div details = new Div();
    private final Div waiting = new Div();
    private final Trouble trouble;
    private final Div forecast = new Div();
    private final NewestWins work = new NewestWins(Thread::startVirtualThread);
    private RunDetails run;

    /** What the film's frames in the browser answer. */
    private @Nullable EvaluationRequest filmed;

    /** Whether a film comes to rest: its axes stay. */
    private boolean resting;

    /** Whether the last question has its answer on the page. */
    private boolean answered;

    ForecastTab(
            Caller caller, RunDetails run, RunServices services, Texts texts, String checkpoint) {
        this.caller = caller;
        this.run = run;
        this.services = services;
        this.texts = texts;
        sequence = run.definition().sequence();
        trouble = new Trouble(texts);
        controls = new ForecastControls(sequence, texts, this::ask);
        chart = new ForecastChart(run, services.columns(), texts);
        player = chart.film(controls.slider());
        player.onWanted(this::play);
        player.onRest(this::rest);
        controls.with(player);
        film = new ForecastFilm(player, texts, this::glance);
        errors = new ErrorsTable(texts);
        kinds = new ErrorKinds(texts);
        horizon = new HorizonChart(texts);
        addClassName("wt-run-tab");
        forecast.addClassName("wt-forecast");
        details.add(errors, kinds, horizon);
        details.addClassName("wt-forecast-details");
        forecast.add(controls, trouble, chart, details);
        add(waiting, forecast);
        controls.choose(checkpoint);
        if (visits()) {
            controls.onlyTheUsual();
        }
        refresh();
    }

    @Override
    public void follow(RunDetails now, boolean newCheckpoint) {
        run = now;
        if (newCheckpoint) {
            refresh();
        }
    }

    private void refresh() {
        if (controls.isPlaying()) {
            return;
        }
        List<CheckpointDetails> kept = services.checkpoints().list(caller, run.id());
        waiting.setVisible(kept.isEmpty());
        forecast.setVisible(!kept.isEmpty());
        waiting.removeAll();
        if (kept.isEmpty()) {
            boolean ended = run.state().isFinal();
            waiting.add(
                    new EmptyState(
                            Icon.Shape.WAVE,
                            texts.get("forecast.empty.title"),
                            texts.get(ended ? "forecast.empty.ended" : "forecast.empty.live")));
            return;
        }
        if (controls.offer(kept) || !answered) {
            ask();
        }
    }

    /** Works the forecast out beside the page; only the newest question is answered. */
    private void ask() {
        Optional<CheckpointDetails> chosen = controls.checkpoint();
        Optional<EvaluationRequest> request = controls.request();
        UI ui = UI.getCurrent();
        if (chosen.isEmpty() || request.isEmpty()) {
            return;
        }
        boolean stopped = controls.stopPlaying();
        if (!resting) {
            chart.release();
        }
        if (stopped || !request.get().equals(filmed)) {
            player.forget();
            filmed = null;
        }
        answered = false;
        chart.loading(true);
        CheckpointDetails checkpoint = chosen.get();
        EvaluationRequest asked = request.get();
        work.run(() -> answer(ui, checkpoint, asked));
    }

    /** Makes the frames beside the page; the browser plays those that are there. */
    private void play(Set<String> have) {
        controls.request()
                .ifPresent(asked -> {
                    UI ui = UI.getCurrent();
                    filmed = asked;
                    int from = controls.playFrom();
                    List<CheckpointDetails> kept = controls.kept();
                    chart.hold();
                    details.getElement().setAttribute("data-stale", true);
                    player.begin(kept.stream().map(one -> one.id().toString()).toList(), from);
                    List<CheckpointDetails> wanted = kept.subList(from, kept.size());
                    work.run(() -> {
                        try {
                            film.make(ui, wanted, asked, have, work::isOutdated);
                        } catch (UIDetachedException _) {
                            // The page was closed: nobody watches.
                        }
                    });
                });
    }

    private void rest(String checkpoint) {
        resting = true;
        controls.rest(checkpoint);
        // What was saved meanwhile waited for the film to end.
        refresh();
        resting = false;
    }

    private Evaluation glance(CheckpointId checkpoint, EvaluationRequest asked) {
        return patiently(() -> services.checkpoints().glance(caller, checkpoint, asked), () -> {});
    }

    /** A page waits for its turn as long as its answer is wanted. */
    private Evaluation patiently(Supplier<Evaluation> question, Runnable waiting) {
        while (true) {
            try {
                return question.get();
            } catch (Busy busy) {
                if (work.isOutdated() || !isAttached()) {
                    throw busy;
                }
                waiting.run();
            }
        }
    }

    private void damaged(CheckpointDetails checkpoint) {
        answered = true;
        chart.loading(false);
        details.setVisible(false);
        trouble.damaged(checkpoint);
    }

    private void answer(UI ui, CheckpointDetails checkpoint, EvaluationRequest asked) {
        try {
            Evaluation evaluation =
                    patiently(
                            () -> evaluate(checkpoint.id(), asked), () -> ui.access(trouble::busy));
            if (!work.isOutdated()) {
                ui.access(() -> show(checkpoint, asked, evaluation));
            }
        } catch (InvalidValue e) {
            ui.access(() -> controls.show(e.errors()));
        } catch (DamagedWeights _) {
            ui.access(() -> damaged(checkpoint));
        } catch (Busy _) {
            // Something newer is asked already.
        } catch (NotFound _) {
            // A better epoch has taken its place meanwhile.
            ui.access(this::refresh);
        } catch (UIDetachedException _) {
            // The page was closed: nobody waits for the answer.
        }
    }

    private Evaluation evaluate(CheckpointId checkpoint, EvaluationRequest asked) {
        return visits()
                ? services.checkpoints().glance(caller, checkpoint, asked)
                : services.checkpoints().evaluate(caller, checkpoint, asked, null).result();
    }

    /** Whether somebody looks by a link, who stores nothing. */
    private boolean visits() {
        return !caller.sees(run.project());
    }

    private void show(
            CheckpointDetails checkpoint, EvaluationRequest asked, Evaluation evaluation) {
        answered = true;
        trouble.over();
        details.setVisible(true);
        controls.show(List.of());
        details.getElement().removeAttribute("data-stale");
        chart.show(evaluation, asked, checkpoint);
        errors.show(evaluation);
        ForecastErrors wrong = ForecastErrors.of(evaluation, asked);
        kinds.show(wrong);
        horizon.show(evaluation, asked, wrong.byHorizon());
    }
}
