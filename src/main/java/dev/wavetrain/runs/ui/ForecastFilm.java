package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.Busy;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.chart.Film;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * The forecasts of a run's checkpoints as the frames of a film, worked out one after the other
 * beside the page while the film runs. Nothing of them is stored or kept here.
 */
final class ForecastFilm {

    private final Film film;
    private final Texts texts;
    private final BiFunction<CheckpointId, EvaluationRequest, Evaluation> forecasts;

    ForecastFilm(
            Film film,
            Texts texts,
            BiFunction<CheckpointId, EvaluationRequest, Evaluation> forecasts) {
        this.film = film;
        this.texts = texts;
        this.forecasts = forecasts;
    }

    /**
     * Makes the frames that are not there yet, in order.
     *
     * @param have names of the frames that the browser has
     * @param stop asked before each frame
     */
    void make(
            UI ui,
            List<CheckpointDetails> kept,
            EvaluationRequest asked,
            Set<String> have,
            BooleanSupplier stop) {
        for (CheckpointDetails checkpoint : kept) {
            if (stop.getAsBoolean()) {
                return;
            }
            if (!have.contains(checkpoint.id().toString())) {
                make(ui, checkpoint, asked);
            }
        }
    }

    /**
     * @throws UIDetachedException where the page was closed meanwhile
     */
    private void make(UI ui, CheckpointDetails checkpoint, EvaluationRequest asked) {
        String name = checkpoint.id().toString();
        try {
            Evaluation forecast = forecasts.apply(checkpoint.id(), asked);
            ForecastLines.Points drawn = ForecastLines.of(forecast).line(ForecastLines.PREDICTED);
            String rmse = new RunWords(texts).error(forecast.rmse());
            String caption = texts.get("film.caption", checkpoint.epoch(), rmse);
            ui.access(() -> film.frame(name, drawn.x(), drawn.y(), caption));
        } catch (NotFound | Conflict | InvalidValue | Busy _) {
            // A better epoch took its place, or its weights are damaged: the others still play.
            // Where none suits the question, the film ends at once and the question is answered as
            // any other.
            ui.access(() -> film.missing(name));
        }
    }
}
