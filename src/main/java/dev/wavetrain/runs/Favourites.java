package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import java.util.Collection;
import java.util.Set;

/** The runs that each account wants at hand. Only the caller's own are ever told. */
public interface Favourites {

    /** Those of the runs that are the caller's favourites. */
    Set<RunId> among(Caller caller, Collection<RunId> runs);

    /**
     * Makes a run the caller's favourite, or none any more. Again does nothing.
     *
     * @throws dev.wavetrain.common.NotFound where the caller does not see the run
     */
    void set(Caller caller, RunId run, boolean favourite);
}
