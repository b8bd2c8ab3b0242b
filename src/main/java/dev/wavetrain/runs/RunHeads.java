package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Page;

/** The headings of a list of runs that stand in groups. */
public interface RunHeads {

    /**
     * Of all that the query asks for, whatever page it is of. They come by their best loss where
     * the runs do, else those with the newest runs first, and those without a key last.
     *
     * @param by not {@link Grouping#NONE}
     * @param first how many to leave out
     * @param most at most so many
     * @throws dev.wavetrain.common.InvalidValue where the text is no filter
     */
    Page<RunHead> heads(Caller caller, RunQuery query, Grouping by, int first, int most);
}
