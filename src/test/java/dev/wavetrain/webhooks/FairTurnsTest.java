package dev.wavetrain.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.common.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairTurnsTest {

    private static final ProjectId FIRST = project();
    private static final ProjectId OTHER = project();
    private static final ProjectId THIRD = project();

    final FairTurns turns = new FairTurns(4);

    @Test
    void each_project_has_one_turn_at_a_time() {
        assertThat(begun(List.of(FIRST, OTHER))).containsExactly(FIRST, OTHER);
        assertThat(turns.next(List.of(FIRST, OTHER))).isEmpty();
        turns.end(FIRST, false);
        assertThat(turns.next(List.of(FIRST, OTHER))).contains(FIRST);
    }

    @Test
    void who_had_no_turn_for_longest_is_next_however_much_another_has_waiting() {
        List<ProjectId> due = List.of(FIRST, OTHER, THIRD);
        List<ProjectId> order = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ProjectId next = turns.next(due).orElseThrow();
            order.add(next);
            turns.begin(next);
            turns.end(next, false);
        }
        assertThat(order).containsExactly(FIRST, OTHER, THIRD, FIRST, OTHER, THIRD);
    }

    @Test
    void who_had_nothing_waiting_comes_before_who_always_has() {
        had(FIRST, false);
        had(OTHER, false);
        assertThat(turns.next(List.of(FIRST))).contains(FIRST);
        assertThat(turns.next(List.of(FIRST, OTHER))).contains(OTHER);
    }

    @Test
    void those_that_hang_leave_half_of_the_turns_to_the_others() {
        List<ProjectId> hanging = Stream.generate(FairTurnsTest::project).limit(10).toList();
        hanging.forEach(one -> had(one, true));
        assertThat(begun(hanging)).hasSize(2);
        List<ProjectId> all = new ArrayList<>(hanging);
        all.add(OTHER);
        all.add(THIRD);
        assertThat(begun(all)).containsExactly(OTHER, THIRD);
        assertThat(turns.areLeft()).isFalse();
        turns.end(OTHER, false);
        assertThat(turns.next(all)).contains(OTHER);
    }

    @Test
    void who_answers_at_once_again_is_no_longer_slow() {
        had(FIRST, true);
        had(OTHER, true);
        had(THIRD, true);
        had(THIRD, false);
        assertThat(begun(List.of(FIRST, OTHER, THIRD)))
                .containsExactlyInAnyOrder(FIRST, OTHER, THIRD);
    }

    private void had(ProjectId project, boolean slow) {
        turns.begin(project);
        turns.end(project, slow);
    }

    private List<ProjectId> begun(List<ProjectId> due) {
        List<ProjectId> begun = new ArrayList<>();
        for (var next = turns.next(due); next.isPresent(); next = turns.next(due)) {
            begun.add(next.get());
            turns.begin(next.get());
        }
        return begun;
    }

    private static ProjectId project() {
        return new ProjectId(UUID.randomUUID());
    }
}
