package dev.wavetrain.workers;

import dev.wavetrain.common.RunId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order in which waiting runs start: the highest priority first, then the longest wait. */
final class QueueOrder {

    /** Databases keep no finer one. */
    private static final Duration MOMENT = Duration.of(1, ChronoUnit.MICROS);

    /** Apart enough for others to be moved in between. */
    private static final Duration APART = Duration.ofSeconds(1);

    static final Comparator<Place> FIRST_FIRST =
            Comparator.<Place>comparingInt(place -> -place.priority())
                    .thenComparing(Place::since)
                    .thenComparing(place -> place.run().toString());

    private QueueOrder() {}

    /**
     * Where a run waits.
     *
     * @param since of equal priority, the earlier one starts first
     */
    record Place(RunId run, int priority, Instant since) {}

    /**
     * Moves one run and changes as few places as that needs: its own, and where no time is left
     * between its new neighbours those right before it.
     *
     * @param waiting in their order
     * @param from the index of the one that is moved
     * @param to its index afterwards
     * @return the places that change
     */
    static List<Place> moved(List<Place> waiting, int from, int to) {
        if (from == to) {
            return List.of();
        }
        List<Place> places = new ArrayList<>(waiting);
        Place moved = places.remove(from);
        int highest = to == 0 ? Integer.MAX_VALUE : places.get(to - 1).priority();
        int lowest = to == places.size() ? Integer.MIN_VALUE : places.get(to).priority();
        int priority = Math.clamp(moved.priority(), lowest, highest);
        Instant before = to > 0 && highest == priority ? places.get(to - 1).since() : null;
        Instant after = to < places.size() && lowest == priority ? places.get(to).since() : null;
        Place placed = new Place(moved.run(), priority, between(before, after, moved.since()));
        places.add(to, placed);
        List<Place> changed = new ArrayList<>(List.of(placed));
        makeRoom(places, to, changed);
        return changed;
    }

    private static Instant between(
            @Nullable Instant before, @Nullable Instant after, Instant usual) {
        if (after == null) {
            return before == null || usual.isAfter(before) ? usual : before.plus(MOMENT);
        }
        if (before == null) {
            return usual.isBefore(after) ? usual : after.minus(APART);
        }
        Instant middle = before.plus(Duration.between(before, after).dividedBy(2));
        Instant kept = middle.truncatedTo(ChronoUnit.MICROS);
        return kept.isAfter(before) ? kept : after.minus(MOMENT);
    }

    /** Those before it that are not earlier any more are put earlier, by a moment each. */
    private static void makeRoom(List<Place> places, int at, List<Place> changed) {
        for (int i = at - 1; i >= 0; i--) {
            Place next = places.get(i + 1);
            Place place = places.get(i);
            if (place.priority() != next.priority() || place.since().isBefore(next.since())) {
                return;
            }
            Place earlier = new Place(place.run(), place.priority(), next.since().minus(MOMENT));
            places.set(i, earlier);
            changed.add(earlier);
        }
    }
}
