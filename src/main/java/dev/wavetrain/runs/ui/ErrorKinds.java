package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.checkpoints.PhaseLag;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.KeyValues;
import org.jspecify.annotations.Nullable;

/** In what way the forecast is wrong: too late, too small. */
final class ErrorKinds extends Card {

    private final Texts texts;
    private final Span lag = new Span();
    private final Span amplitude = new Span();

    ErrorKinds(Texts texts) {
        super(texts.get("errors.kinds"));
        this.texts = texts;
        Span how = new Span(texts.get("errors.kinds.how"));
        how.addClassNames("wt-muted", "wt-errors-how");
        add(
                new KeyValues()
                        .with(texts.get("errors.phaseLag"), lag)
                        .with(texts.get("errors.amplitude"), amplitude),
                how);
    }

    void show(ForecastErrors errors) {
        lag.setText(said(errors.phaseLag()));
        Double ratio = errors.amplitudeRatio();
        amplitude.setText(
                ratio == null
                        ? texts.get("errors.undefined")
                        : texts.get("errors.amplitude.is", texts.number(ratio)));
    }

    private String said(@Nullable PhaseLag found) {
        if (found == null) {
            return texts.get("errors.undefined");
        }
        double steps = Math.rint(found.steps() * 100) / 100;
        if (steps == 0) {
            return texts.get("errors.phaseLag.none");
        }
        return texts.get(
                steps > 0 ? "errors.phaseLag.late" : "errors.phaseLag.early",
                texts.number(Math.abs(steps)),
                texts.number(Math.abs(found.x())));
    }
}
