package dev.wavetrain.runs.compare;

import dev.wavetrain.runs.MetricSeries;

/** How a run's losses fell, and when. */
public record ComparedCurve(MetricSeries series, EpochTimes times) {}
