package dev.wavetrain.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TickerTests {

    private final Queue<Runnable> planned = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Boolean> heard = new ArrayList<>();
    private final Timer timer =
            new Timer() {
                @Override
                public long nanos() {
                    return 0;
                }

                @Override
                public void after(Duration delay, Runnable task) {
                    waits.add(delay);
                    planned.add(task);
                }
            };

    @Test
    void it_speaks_up_again_and_again_until_it_is_removed() {
        Registration ticker = Ticker.every(Duration.ofSeconds(2), heard::add, timer);
        assertThat(heard).isEmpty();

        planned.remove().run();
        planned.remove().run();
        assertThat(heard).hasSize(2);
        assertThat(waits).containsOnly(Duration.ofSeconds(2)).hasSize(3);

        ticker.remove();
        planned.remove().run();
        assertThat(heard).hasSize(2);
        assertThat(planned).isEmpty();
    }
}
