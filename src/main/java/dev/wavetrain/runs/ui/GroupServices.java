package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunGroups;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the parts of a group's page read and do. */
@Component
record GroupServices(RunGroups groups, RunFeed feed, Clock clock) {}
