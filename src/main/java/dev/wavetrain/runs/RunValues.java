package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.runs.filter.KnownValues;

/** What the runs that somebody sees have for values: for those who write filters. */
public interface RunValues {

    /**
     * The tags, owners, workers, experiments and groups of the caller's chosen project, or of all
     * that the caller sees. Each is looked up once, when it is first asked for.
     */
    KnownValues known(Caller caller);
}
