package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.NativeTableBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table by a key each, whose cells are HTML: as components they would take a browser
 * several times as long. Only cells that changed travel, and {@code scripts/runs-table.js} leaves
 * alone what is so already, so that nothing loses its focus.
 */
class HtmlRows extends NativeTableBody {

    private final Map<String, List<String>> drawn = new LinkedHashMap<>();

    /** A browser that lost touch begins anew, with an empty body. */
    @Override
    protected void onAttach(AttachEvent event) {
        if (!event.isInitialAttach()) {
            tell(Map.copyOf(drawn));
        }
    }

    /** These rows alone, in this order. */
    final void draw(Map<String, List<String>> rows) {
        Map<String, List<@Nullable String>> changes = new LinkedHashMap<>();
        rows.forEach((key, cells) -> {
            List<String> before = drawn.getOrDefault(key, List.of());
            if (!cells.equals(before)) {
                changes.put(key, changed(before, cells));
            }
        });
        boolean moved = !List.copyOf(rows.keySet()).equals(List.copyOf(drawn.keySet()));
        drawn.clear();
        drawn.putAll(rows);
        if (moved || !changes.isEmpty()) {
            tell(changes);
        }
    }

    /** Other cells for rows that are there. */
    final void redraw(Map<String, List<String>> some) {
        Map<String, List<String>> all = new LinkedHashMap<>(drawn);
        all.replaceAll((key, cells) -> some.getOrDefault(key, cells));
        draw(all);
    }

    /** Null for each that is as it was. */
    private static List<@Nullable String> changed(List<String> before, List<String> now) {
        if (before.size() != now.size()) {
            return new ArrayList<>(now);
        }
        List<@Nullable String> changed = new ArrayList<>();
        IntStream.range(0, now.size())
                .forEach(i -> changed.add(now.get(i).equals(before.get(i)) ? null : now.get(i)));
        return changed;
    }

    private void tell(Map<String, ? extends List<? extends @Nullable String>> changes) {
        getElement()
                .executeJs(
                        "window.wavetrainShow(this, $0, $1)",
                        new ArrayList<>(drawn.keySet()),
                        changes);
    }
}
