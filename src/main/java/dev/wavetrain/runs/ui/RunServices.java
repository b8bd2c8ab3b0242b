package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.Favourites;
import dev.wavetrain.runs.ListChoices;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunQueue;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunValues;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.shell.CheckpointPart;
import dev.wavetrain.shell.RunPart;
import dev.wavetrain.shell.SharePart;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the parts of a run's page read and do. */
@Component
record RunServices(
        RunService runs,
        RunMetrics metrics,
        RunCheckpoints checkpoints,
        RunFeed feed,
        RunQueue queue,
        SharePart share,
        Favourites favourites,
        ColumnSource columns,
        RunValues values,
        ListChoices choices,
        Clock clock,
        List<RunPart> parts,
        List<CheckpointPart> checkpointParts) {}
