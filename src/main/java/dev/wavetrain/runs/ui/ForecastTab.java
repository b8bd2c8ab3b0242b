package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import java.util.Optional;

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
    private final Div waiting = new Div();
    private final Div forecast = new Div();
    private final NewestWins work = new NewestWins(Thread::startVirtualThread);
    private RunDetails run;

    /** Whether the last question has its answer on the page. */
    private boolean answered;

    ForecastTab(
            Caller caller, RunDetails run, RunServices services, Texts texts, String checkpoint) {
        this.caller = caller;
        this.run = run;
        this.services = services;
        this.texts = texts;
        sequence = run.definition().sequence();
        controls = new ForecastControls(sequence, texts, this::ask);
        chart = new ForecastChart(run, texts);
        errors = new ErrorsTable(texts);
        kinds = new ErrorKinds(texts);
        horizon = new HorizonChart(texts);
        addClassName("wt-run-tab");
        forecast.addClassName("wt-forecast");
        Div details = new Div(errors, kinds, horizon);
        details.addClassName("wt-forecast-details");
        forecast.add(controls, chart, details);
        add(waiting, forecast);
        controls.choose(checkpoint);
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
        answered = false;
        chart.loading();
        CheckpointDetails checkpoint = chosen.get();
        EvaluationRequest asked = request.get();
        work.run(() -> answer(ui, checkpoint, asked));
    }

    private void answer(UI ui, CheckpointDetails checkpoint, EvaluationRequest asked) {
        try {
            Evaluation evaluation = evaluate(checkpoint.id(), asked);
            if (!work.isOutdated()) {
                ui.access(() -> show(checkpoint, asked, evaluation));
            }
        } catch (InvalidValue e) {
            ui.access(() -> controls.show(e.errors()));
        } catch (NotFound _) {
            // A better epoch has taken its place meanwhile.
            ui.access(this::refresh);
        } catch (UIDetachedException _) {
            // The page was closed: nobody waits for the answer.
        }
    }

    private Evaluation evaluate(CheckpointId checkpoint, EvaluationRequest asked) {
        return services.checkpoints().evaluate(caller, checkpoint, asked, null).result();
    }

    private void show(
            CheckpointDetails checkpoint, EvaluationRequest asked, Evaluation evaluation) {
        answered = true;
        controls.show(List.of());
        chart.show(evaluation, asked, checkpoint);
        errors.show(evaluation);
        ForecastErrors wrong = ForecastErrors.of(evaluation, asked);
        kinds.show(wrong);
        horizon.show(evaluation, asked, wrong.byHorizon());
    }
}
