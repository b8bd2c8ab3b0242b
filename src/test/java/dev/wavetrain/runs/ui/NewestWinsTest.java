package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestWinsTest {

    private final List<Runnable> executor = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final NewestWins work = new NewestWins(executor::add);

    @Test
    void of_what_comes_while_it_works_only_the_newest_is_done() {
        work.run(() -> {
            done.add("first");
            work.run(() -> done.add("second"));
            work.run(() -> done.add("third"));
            assertThat(work.isOutdated()).isTrue();
        });
        executor.removeFirst().run();
        assertThat(done).containsExactly("first", "third");
        assertThat(executor).isEmpty();
    }

    @Test
    void one_that_fails_does_not_end_it() {
        work.run(() -> {
            throw new IllegalStateException("meant");
        });
        executor.removeFirst().run();
        work.run(() -> done.add("next"));
        executor.removeFirst().run();
        assertThat(done).containsExactly("next");
    }
}
