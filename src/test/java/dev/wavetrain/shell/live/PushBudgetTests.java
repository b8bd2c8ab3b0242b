package dev.wavetrain.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PushBudgetTests {

    private final ManualTimer timer = new ManualTimer();
    private final List<String> pushed = new ArrayList<>();
    private int pushes;
    private final PushBudget budget =
            new PushBudget(
                    task -> {
                        pushes++;
                        task.run();
                    },
                    timer);

    @Test
    void the_first_update_after_a_quiet_time_goes_out_at_once() {
        budget.wanted(() -> pushed.add("a"));
        timer.pass(Duration.ZERO);

        assertThat(pushed).containsExactly("a");
    }

    @Test
    void a_busy_second_makes_four_pushes() {
        Runnable update = () -> pushed.add("a");
        for (int millis = 0; millis < 1000; millis += 5) {
            budget.wanted(update);
            timer.pass(Duration.ofMillis(5));
        }

        assertThat(pushes).isEqualTo(4);
    }

    @Test
    void updates_of_one_page_share_a_push() {
        budget.wanted(() -> pushed.add("a"));
        budget.wanted(() -> pushed.add("b"));
        timer.pass(Duration.ZERO);

        assertThat(pushed).containsExactly("a", "b");
        assertThat(pushes).isEqualTo(1);
    }

    @Test
    void what_the_database_failed_is_tried_again_and_holds_up_nothing_else() {
        AtomicBoolean away = new AtomicBoolean(true);
        budget.wanted(() -> {
            if (away.get()) {
                throw new IllegalStateException(new SQLTransientConnectionException("away"));
            }
            pushed.add("a");
        });
        budget.wanted(() -> pushed.add("b"));
        assertThatThrownBy(() -> timer.pass(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class);
        assertThat(pushed).containsExactly("b");

        away.set(false);
        timer.pass(PushBudget.RETRY);
        assertThat(pushed).containsExactly("b", "a");
    }

    @Test
    void what_failed_for_another_reason_is_not_tried_again() {
        budget.wanted(() -> {
            pushed.add("a");
            throw new IllegalStateException("a fault");
        });
        assertThatThrownBy(() -> timer.pass(Duration.ZERO)).hasMessage("a fault");
        timer.pass(Duration.ofSeconds(10));
        assertThat(pushed).containsExactly("a");
    }

    @Test
    void a_forgotten_update_is_not_run() {
        Runnable update = () -> pushed.add("a");
        budget.wanted(update);
        budget.forget(update);
        timer.pass(Duration.ofSeconds(1));

        assertThat(pushed).isEmpty();
    }

    private static final class ManualTimer implements Timer {

        private record Task(long at, Runnable what) {}

        private long now;
        private final List<Task> tasks = new ArrayList<>();

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void after(Duration delay, Runnable task) {
            tasks.add(new Task(now + delay.toNanos(), task));
        }

        void pass(Duration time) {
            now += time.toNanos();
            List<Task> due = tasks.stream().filter(task -> task.at() <= now).toList();
            tasks.removeAll(due);
            due.forEach(task -> task.what().run());
        }
    }
}
