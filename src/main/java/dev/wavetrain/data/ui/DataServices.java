package dev.wavetrain.data.ui;

import dev.wavetrain.data.DataSettings;
import dev.wavetrain.data.DatasetImport;
import dev.wavetrain.data.Datasets;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the pages of data sets read and do. */
@Component
record DataServices(Datasets datasets, DatasetImport imports, DataSettings settings, Clock clock) {}
