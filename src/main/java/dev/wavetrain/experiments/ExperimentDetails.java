package dev.wavetrain.experiments;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.model.ModelSummary;
import java.time.Instant;

/**
 * An experiment as its current version has it.
 *
 * @param version from 1; a changed definition is a new version
 */
public record ExperimentDetails(
        ExperimentId id,
        ProjectId project,
        String name,
        String description,
        int version,
        Definition definition,
        ModelSummary modelSummary,
        Instant createdAt,
        Instant updatedAt,
        boolean archived) {}
