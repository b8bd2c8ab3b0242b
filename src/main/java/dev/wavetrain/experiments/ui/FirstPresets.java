package dev.wavetrain.experiments.ui;

import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.shell.Texts;
import org.springframework.stereotype.Component;

/** The easiest built-in experiments as cards, for whoever has not trained anything yet. */
@Component
public class FirstPresets {

    private final CurrentCaller caller;
    private final PresetTraining training;

    FirstPresets(CurrentCaller caller, PresetTraining training) {
        this.caller = caller;
        this.training = training;
    }

    /** At most {@code most} cards; Train on one leads to its run's page. */
    public com.vaadin.flow.component.Component cards(int most, Texts texts) {
        TrainOnce once = new TrainOnce();
        return new PresetGallery(
                Presets.all().subList(0, most),
                texts,
                (preset, name) -> once.train(() -> training.train(caller.get(), preset, name)));
    }
}
