package dev.wavetrain.runs.ui;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What stands below the head of the table: all runs in one, or under headings. */
interface TableRows {

    /** Reads what is at the top, from now on: as little as fills a window. */
    void fromTheTop();

    /** Reads what that left out. */
    void rest();

    /** Reads again what is shown, and no more. */
    void reload();

    /** Brings more at the end. */
    void later();

    /** Brings back what went at the top. */
    void earlier();

    /** How many rows went at the top. */
    int above();

    /** Whether there is more at the end. */
    boolean hasLater();

    boolean isEmpty();

    /** How many there are, in words; empty until that is known. */
    String count();

    /** The columns are others. */
    void arrange();

    /** Opens or closes the heading of this key. */
    default void toggle(String heading) {
        // There are none.
    }

    /**
     * Shows a run as a favourite, or as none any more.
     *
     * @return whether it is one from now on
     */
    boolean star(RunId run);

    /** Those whose rows are there. */
    Stream<RunBody> bodies();

    default Map<RunId, RunDetails> listed() {
        Map<RunId, RunDetails> all = new LinkedHashMap<>();
        bodies().forEach(body -> all.putAll(body.listed()));
        return all;
    }

    /** Shows how runs stand now; those whose curve should be drawn anew. */
    default List<RunId> follow(Collection<RunDetails> newer) {
        Set<RunId> stale = new HashSet<>();
        bodies().forEach(body -> stale.addAll(body.follow(newer)));
        return List.copyOf(stale);
    }
}
