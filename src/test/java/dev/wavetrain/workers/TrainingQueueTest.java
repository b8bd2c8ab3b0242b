package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.GroupRequest;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.training.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@IntegrationTest
@Import(ScriptedTraining.Instead.class)
@TestPropertySource(properties = {"wavetrain.workers.slots=1", "wavetrain.workers.poll-every=50ms"})
class TrainingQueueTest {

    @Autowired ApplicationContext context;
    @Autowired ScriptedTraining training;
    @Autowired TrainingQueue queue;
    @Autowired RunService service;
    @Autowired RunGroups groups;
    final CountDownLatch slotIsFree = new CountDownLatch(1);
    TestRuns runs;
    RunId first;

    /** The only slot is busy until it is let go. */
    @BeforeEach
    void a_busy_slot() {
        runs = new TestRuns(context);
        training.follow((plan, _, _) -> {
            ScriptedTraining.awaitQuietly(slotIsFree);
            return new Outcome.Completed(plan.training().epochs());
        });
        first = runs.queue(1);
        await().until(() -> runs.find(first).state() == RunState.RUNNING);
    }

    @AfterEach
    void nothing_left() {
        slotIsFree.countDown();
        await().until(() -> queue.list(runs.caller, 0, 1).total() == 0);
        runs.awaitEnd(first);
    }

    /** Whichever the worker looked at as the first before is moved, so that it looks again. */
    @Test
    void runs_are_listed_and_start_in_the_order_that_they_were_moved_to() {
        RunId a = runs.queue(1);
        RunId b = runs.queue(1);
        RunId high = runs.queue(1, 7);
        RunId low = runs.queue(1, -7);
        assertThat(order()).containsExactly(high, a, b, low);

        queue.move(runs.caller, low, 1);
        queue.move(runs.caller, a, 99);
        queue.move(runs.caller, high, 99);

        List<RunId> moved = List.of(low, b, a, high);
        assertThat(order()).containsExactlyElementsOf(moved);
        assertThat(moved.stream().map(context.getBean(QueueRows.class)::ahead))
                .containsExactly(0L, 1L, 2L, 3L);
        slotIsFree.countDown();
        assertThat(moved.stream().map(run -> runs.awaitEnd(run).startedAt()).toList()).isSorted();
    }

    @Test
    void a_groups_seeds_wait_in_their_order() {
        List<Long> seeds = List.of(5L, 3L, 4L, 1L, 2L);
        RunRequest each = new RunRequest(null, null, List.of(), 0, Map.of(), null);
        groups.queue(runs.caller, runs.experiment, new GroupRequest(seeds, each));

        assertThat(order().stream().map(run -> runs.find(run).seed()).toList()).isEqualTo(seeds);
    }

    @Test
    void others_runs_have_a_position_and_no_name() {
        TestRuns stranger = new TestRuns(context);
        RunId theirs = stranger.queue(1);
        RunId ours = runs.queue(1);

        List<QueuedRun> seen = queue.list(runs.caller, 0, 10).items();
        assertThat(seen.getFirst().run()).isNull();
        assertThat(seen.getFirst().movable()).isFalse();
        assertThat(seen.getLast().position()).isEqualTo(2);
        assertThat(seen.getLast().run()).extracting(RunDetails::id).isEqualTo(ours);
        queue.move(runs.caller, ours, 1);
        assertThat(queue.list(stranger.caller, 1, 1).items().getFirst().run())
                .extracting(RunDetails::id)
                .isEqualTo(theirs);
    }

    @Test
    void what_does_not_wait_is_not_moved() {
        assertThatThrownBy(() -> queue.move(runs.caller, first, 1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("RUNNING");
        RunId cancelled = runs.queue(1);
        service.cancel(runs.caller, cancelled);
        assertThatThrownBy(() -> queue.move(runs.caller, cancelled, 1))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("CANCELLED");
    }

    /** While a slot takes one after the other, and two people move them. */
    @Test
    void each_is_trained_once_whoever_moves_them_meanwhile() throws Exception {
        List<RunId> queued = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            queued.add(runs.queue(1));
        }
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Callable<Integer> mover = () -> moveUntilNoneWaits(queued);
            List<Future<Integer>> moving = List.of(people.submit(mover), people.submit(mover));
            slotIsFree.countDown();
            for (Future<Integer> moves : moving) {
                assertThat(moves.get()).isPositive();
            }
        }
        for (RunId run : queued) {
            RunDetails ended = runs.awaitEnd(run);
            assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
            assertThat(ended.attempt()).isEqualTo(1);
        }
    }

    private int moveUntilNoneWaits(List<RunId> queued) {
        SplittableRandom random = new SplittableRandom(Thread.currentThread().threadId());
        int moves = 0;
        while (queue.list(runs.caller, 0, 1).total() > 0) {
            try {
                RunId run = queued.get(random.nextInt(queued.size()));
                queue.move(runs.caller, run, 1 + random.nextInt(queued.size()));
                moves++;
            } catch (Conflict taken) {
                assertThat(taken).hasMessageStartingWith("The run does not wait");
            }
        }
        return moves;
    }

    private List<RunId> order() {
        return queue.list(runs.caller, 0, 100).items().stream()
                .map(place -> place.run().id())
                .toList();
    }
}
