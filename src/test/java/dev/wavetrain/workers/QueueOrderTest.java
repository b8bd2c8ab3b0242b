package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.common.RunId;
import dev.wavetrain.workers.QueueOrder.Place;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueOrderTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void the_highest_priority_starts_first_then_the_longest_wait() {
        Place usual = place(0, 5);
        Place longest = place(0, 1);
        Place high = place(3, 9);

        assertThat(List.of(usual, longest, high).stream().sorted(QueueOrder.FIRST_FIRST))
                .containsExactly(high, longest, usual);
    }

    @ParameterizedTest(name = "from {0} to {1}")
    @CsvSource({"3, 0", "0, 3", "1, 2", "2, 1", "3, 1", "0, 0"})
    void a_run_is_moved_past_others_of_its_priority(int from, int to) {
        List<Place> waiting = List.of(place(0, 1), place(0, 2), place(0, 3), place(0, 4));

        assertMoved(waiting, from, to);
        assertThat(QueueOrder.moved(waiting, from, to)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_run_takes_on_the_priority_of_those_it_is_moved_between() {
        List<Place> waiting = List.of(place(9, 1), place(9, 2), place(0, 1), place(-3, 1));

        assertThat(QueueOrder.moved(waiting, 3, 0).getFirst().priority()).isEqualTo(9);
        assertThat(QueueOrder.moved(waiting, 0, 3).getFirst().priority()).isEqualTo(-3);
        assertThat(QueueOrder.moved(waiting, 0, 1).getFirst().priority()).isEqualTo(9);
        assertThat(QueueOrder.moved(waiting, 0, 2).getFirst().priority()).isZero();
    }

    /** The time between two neighbours is soon used up. */
    @Test
    void whatever_is_moved_wherever_however_often_only_it_changes_places() {
        SplittableRandom random = new SplittableRandom(1);
        List<Place> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waiting.add(place(random.nextInt(3), random.nextInt(2)));
        }
        waiting.sort(QueueOrder.FIRST_FIRST);
        for (int i = 0; i < 2_000; i++) {
            waiting = assertMoved(waiting, random.nextInt(12), random.nextInt(12));
        }
        for (int i = 0; i < 200; i++) {
            waiting = assertMoved(waiting, 11, 5);
        }
    }

    private static List<Place> assertMoved(List<Place> waiting, int from, int to) {
        List<RunId> expected = new ArrayList<>(waiting.stream().map(Place::run).toList());
        Collections.rotate(
                expected.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
        List<Place> after = new ArrayList<>(waiting);
        for (Place changed : QueueOrder.moved(waiting, from, to)) {
            after.removeIf(place -> place.run().equals(changed.run()));
            after.add(changed);
            assertThat(changed.since().truncatedTo(ChronoUnit.MICROS)).isEqualTo(changed.since());
        }
        after.sort(QueueOrder.FIRST_FIRST);
        assertThat(after.stream().map(Place::run)).containsExactlyElementsOf(expected);
        return after;
    }

    private static Place place(int priority, int second) {
        return new Place(new RunId(UUID.randomUUID()), priority, NOON.plusSeconds(second));
    }
}
