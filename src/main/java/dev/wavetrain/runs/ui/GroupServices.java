package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.shell.SharePart;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the parts of a group's page read and do. */
@Component
record GroupServices(RunGroups groups, RunFeed feed, SharePart share, Clock clock) {}
