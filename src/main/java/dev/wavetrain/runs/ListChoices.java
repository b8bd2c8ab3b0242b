package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import org.jspecify.annotations.Nullable;

/** How each account wants its list of runs; the same in every browser. */
public interface ListChoices {

    /** The usual ones where nothing was chosen yet. */
    ListColumns columns(Caller caller);

    /**
     * @param columns null to have the usual ones again
     */
    void chooseColumns(Caller caller, @Nullable ListColumns columns);
}
