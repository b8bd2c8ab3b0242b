package dev.wavetrain.registry.ui;

import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.registry.ModelKeeping;
import dev.wavetrain.registry.NamedModels;
import dev.wavetrain.registry.Promotions;
import dev.wavetrain.runs.RunService;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the pages of named models read and do. */
@Component
record RegistryServices(
        NamedModels models,
        Promotions promotions,
        ModelKeeping keeping,
        RunService runs,
        ProjectNames projects,
        Clock clock) {}
