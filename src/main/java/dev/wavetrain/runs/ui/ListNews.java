package dev.wavetrain.runs.ui;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said of runs, as a list of them takes it. */
final class ListNews {

    private final ListReader reader;
    private final Elsewhere elsewhere;

    ListNews(ListReader reader) {
        this.reader = reader;
        this.elsewhere = new Elsewhere(reader.services().clock());
    }

    /**
     * How those that have a row stand now; null where the list has to be read again, since others
     * may have come or gone.
     *
     * @param events the last of each run
     */
    @Nullable Collection<RunDetails> of(
            Map<RunId, RunEvent> events, Set<RunId> listed, ListSettings settings) {
        Map<RunId, RunEvent> others = new HashMap<>(events);
        others.keySet().removeAll(listed);
        boolean grouped = settings.grouping() != Grouping.NONE;
        // A heading counts runs that have no row.
        Collection<RunEvent> asked = grouped ? events.values() : others.values();
        if (!reader.binned() && elsewhere.matters(asked, grouped || !settings.query().isBlank())) {
            return null;
        }
        List<RunId> here = events.keySet().stream().filter(listed::contains).toList();
        Collection<RunDetails> newer = reader.find(here).values();
        boolean moved = newer.stream().anyMatch(run -> run.binned() != reader.binned());
        return moved ? null : newer;
    }
}
