package dev.wavetrain.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final Outbox outbox = new Outbox();

    @Test
    void of_messages_with_one_key_only_the_newest_is_sent() throws InterruptedException {
        for (int epoch = 1; epoch <= 1_000; epoch++) {
            outbox.put("one", "epoch " + epoch);
        }
        outbox.put("two", "epoch 1");

        assertThat(outbox.take()).containsExactly("epoch 1000", "epoch 1");
    }

    @Test
    void who_waits_gets_the_next_one() throws Exception {
        CompletableFuture<List<String>> waiting =
                CompletableFuture.supplyAsync(() -> {
                    try {
                        return outbox.take();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
        outbox.put("one", "epoch 1");

        assertThat(waiting.get(10, TimeUnit.SECONDS)).containsExactly("epoch 1");
    }
}
