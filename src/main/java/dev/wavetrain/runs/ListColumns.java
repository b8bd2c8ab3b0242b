package dev.wavetrain.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The columns of a table of runs in their order: the name first, then those that are pinned, then
 * the others.
 *
 * @param shown all of them
 * @param pinned those that stay in sight while the others are scrolled; the name always does
 */
public record ListColumns(List<ListColumn> shown, List<ListColumn> pinned) {

    /** Where nothing was chosen. */
    public static final ListColumns USUAL = new ListColumns(ListColumn.usual(), List.of());

    public ListColumns {
        List<ListColumn> all = new ArrayList<>(new LinkedHashSet<>(shown));
        all.remove(ListColumn.NAME);
        List<ListColumn> kept = all.stream().filter(pinned::contains).toList();
        all.sort(Comparator.comparing(column -> !kept.contains(column)));
        all.addFirst(ListColumn.NAME);
        shown = List.copyOf(all);
        pinned = kept;
    }

    /** As names that were kept or sent; those that are not known are left out. */
    public static ListColumns of(List<String> shown, List<String> pinned) {
        List<ListColumn> columns = ListColumn.of(shown);
        return columns.isEmpty() ? USUAL : new ListColumns(columns, ListColumn.of(pinned));
    }

    public List<String> names() {
        return shown.stream().map(ListColumn::name).toList();
    }

    public List<String> pinnedNames() {
        return pinned.stream().map(ListColumn::name).toList();
    }
}
