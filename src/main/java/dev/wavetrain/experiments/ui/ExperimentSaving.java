package dev.wavetrain.experiments.ui;

import dev.wavetrain.common.Caller;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Saves what an editor holds without overwriting what was saved elsewhere meanwhile. */
@Component
class ExperimentSaving {

    private final ExperimentService experiments;

    ExperimentSaving(ExperimentService experiments) {
        this.experiments = experiments;
    }

    /**
     * @param base the experiment as the editor loaded or last saved it; null for a new one
     * @throws dev.wavetrain.common.InvalidValue with all that is wrong in the definition, or with
     *     name or description
     */
    SaveResult save(Caller caller, @Nullable ExperimentDetails base, Content content) {
        Definition definition = DefinitionJson.read(content.definition());
        if (base == null) {
            return new SaveResult.Saved(
                    experiments.create(
                            caller,
                            caller.workplace(),
                            content.name(),
                            content.description(),
                            definition));
        }
        ExperimentDetails stored = experiments.find(caller, base.id());
        if (!sameState(base, stored)) {
            return new SaveResult.ChangedElsewhere(stored);
        }
        return new SaveResult.Saved(
                experiments.update(
                        caller, base.id(), content.name(), content.description(), definition));
    }

    /** Archiving is no change of what the editor holds. */
    private static boolean sameState(ExperimentDetails base, ExperimentDetails stored) {
        return base.version() == stored.version()
                && base.name().equals(stored.name())
                && base.description().equals(stored.description());
    }
}
