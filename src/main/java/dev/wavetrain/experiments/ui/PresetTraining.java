package dev.wavetrain.experiments.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.TrainingStart;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a card of the gallery to an experiment of one's own, and to a run of it. */
@Component
class PresetTraining {

    private final ExperimentService experiments;
    private final TrainingStart training;

    PresetTraining(ExperimentService experiments, TrainingStart training) {
        this.experiments = experiments;
        this.training = training;
    }

    RunId train(Caller caller, Preset preset, String name) {
        ExperimentDetails experiment = experimentOf(caller, preset, name);
        return training.start(caller, experiment.id(), experiment.definition().training().seed());
    }

    /**
     * The caller's experiment that is this preset unchanged, made where there is none: pressing
     * Train again adds a run, not a copy.
     *
     * @param name what a new one is called, in the caller's language
     */
    ExperimentDetails experimentOf(Caller caller, Preset preset, String name) {
        return unchanged(caller, preset, name)
                .orElseGet(() ->
                        experiments.createFromPreset(
                                caller, caller.workplace(), preset.key(), name));
    }

    private Optional<ExperimentDetails> unchanged(Caller caller, Preset preset, String name) {
        return experiments
                .list(caller, caller.workplace(), 0, ExperimentService.MOST_A_PAGE)
                .items()
                .stream()
                .filter(experiment -> experiment.definition().equals(preset.definition()))
                .filter(e -> e.name().equals(name) || e.name().equals(preset.name()))
                .findFirst();
    }
}
