package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.common.Busy;
import dev.wavetrain.runs.EvaluationSettings;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnsTest {

    @Test
    void whoever_finds_all_turns_taken_is_told_to_come_back() throws Exception {
        Turns turns = new Turns(new EvaluationSettings(1, Duration.ZERO, 1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<String> first =
                CompletableFuture.supplyAsync(() ->
                        turns.take(() -> {
                            begun.countDown();
                            awaited(end);
                            return "first";
                        }));
        begun.await();
        assertThatThrownBy(() -> turns.take(() -> "second"))
                .isInstanceOfSatisfying(
                        Busy.class, busy -> assertThat(busy.retryAfter()).isPositive());
        end.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(turns.take(() -> "third")).isEqualTo("third");
    }

    @Test
    void work_that_fails_gives_its_turn_back() {
        Turns turns = new Turns(new EvaluationSettings(1, Duration.ZERO, 1));
        assertThatThrownBy(() ->
                        turns.take(() -> {
                            throw new IllegalStateException("no");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(turns.take(() -> "next")).isEqualTo("next");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
