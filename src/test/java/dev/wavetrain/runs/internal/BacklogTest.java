package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.training.EpochResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BacklogTest {

    private static final Duration FOR_EVER = Duration.ofHours(1);

    @Test
    void a_batch_waits_until_it_is_full() throws InterruptedException {
        Backlog backlog = new Backlog(8, 3, FOR_EVER);
        CompletableFuture<List<Recorded>> taken = taken(backlog);

        offer(backlog, 1, false);
        offer(backlog, 2, false);
        assertThat(taken).isNotDone();
        offer(backlog, 3, false);

        assertThat(taken.join()).containsExactly(epoch(1), epoch(2), epoch(3));
    }

    @Test
    void what_is_urgent_is_taken_at_once_and_all_before_it() throws InterruptedException {
        Backlog backlog = new Backlog(8, 2, FOR_EVER);
        offer(backlog, 1, false);
        offer(backlog, 2, false);
        offer(backlog, 3, true);

        assertThat(backlog.take()).containsExactly(epoch(1), epoch(2));
        assertThat(backlog.take()).containsExactly(epoch(3));
    }

    @Test
    void nothing_stays_urgent_for_what_comes_after() throws InterruptedException {
        Backlog backlog = new Backlog(8, 2, FOR_EVER);
        offer(backlog, 1, true);
        assertThat(backlog.take()).containsExactly(epoch(1));

        CompletableFuture<List<Recorded>> taken = taken(backlog);
        offer(backlog, 2, false);
        assertThat(taken).isNotDone();
        offer(backlog, 3, false);
        assertThat(taken.join()).containsExactly(epoch(2), epoch(3));
    }

    @Test
    void one_alone_is_taken_when_it_is_time() throws InterruptedException {
        Backlog backlog = new Backlog(8, 2, Duration.ofMillis(1));
        CompletableFuture<List<Recorded>> taken = taken(backlog);

        offer(backlog, 1, false);

        assertThat(taken.join()).containsExactly(epoch(1));
    }

    @Test
    void more_than_there_is_room_for_waits_for_room() throws InterruptedException {
        Backlog backlog = new Backlog(2, 2, FOR_EVER);
        offer(backlog, 1, false);
        offer(backlog, 2, false);
        assertThat(backlog.offer(epoch(3), false, Duration.ZERO)).isFalse();

        CompletableFuture<Boolean> offered =
                CompletableFuture.supplyAsync(() -> quietly(() -> offer(backlog, 3, true)));
        assertThat(backlog.take()).containsExactly(epoch(1), epoch(2));

        assertThat(offered.join()).isTrue();
        assertThat(backlog.take()).containsExactly(epoch(3));
    }

    private static boolean offer(Backlog backlog, int epoch, boolean now)
            throws InterruptedException {
        boolean offered = backlog.offer(epoch(epoch), now, FOR_EVER);
        assertThat(offered).isTrue();
        return offered;
    }

    private static Recorded epoch(int epoch) {
        return new Recorded.Epoch(new EpochResult(epoch, 1.0, 2.0, 1_000, true));
    }

    private static CompletableFuture<List<Recorded>> taken(Backlog backlog) {
        return CompletableFuture.supplyAsync(() -> quietly(backlog::take));
    }

    private static <T> T quietly(Task<T> task) {
        try {
            return task.run();
        } catch (InterruptedException interrupted) {
            throw new CompletionException(interrupted);
        }
    }

    @FunctionalInterface
    private interface Task<T> {
        T run() throws InterruptedException;
    }
}
