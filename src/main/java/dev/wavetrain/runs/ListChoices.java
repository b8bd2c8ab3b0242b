package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import java.util.List;

/** How each account wants its list of runs; the same in every browser. */
public interface ListChoices {

    /** The columns in their order; none where nothing was chosen yet. */
    List<String> columns(Caller caller);

    /**
     * @param columns names without commas; none to have the usual ones again
     */
    void chooseColumns(Caller caller, List<String> columns);
}
